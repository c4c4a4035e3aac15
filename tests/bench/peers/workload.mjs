// The work every engine does: one order as the shop writes it, about twenty registers and one to three lines,
// then six changes of its standing.

const line = (number) => ({
  sku: `TRV-${number % 120}`,
  size: 36 + (number % 9),
  qty: 1,
  colour: "coklat",
  price: 189_000,
});

const lines = (index) => {
  const numbers = [...Array(1 + (index % 3)).keys()];
  return Object.fromEntries(numbers.map((number) => [`l${number}`, line(index + number)]));
};

const address = (index) => ({
  name: `Pembeli ${index}`,
  phone: `+62812${String((index * 7919) % 100_000_000).padStart(8, "0")}`,
  street: `Jl. Pasir Kaliki No. ${index % 300} RT 0${index % 9}/RW 0${index % 7}`,
  kecamatan: "Cicendo",
  kota: "Bandung",
  provinsi: "Jawa Barat",
  kodePos: `${40_100 + (index % 200)}`,
});

export const takeOrder = (index) => ({
  id: `ord_${index}`,
  number: `B3-${String(index).padStart(4, "0")}`,
  status: "draf",
  channel: "instagram",
  contact: `ctc_${(index * 7919) % 5000}`,
  created: 1_790_000_000_000 + index * 977,
  shipTo: address(index),
  lines: lines(index),
  ongkir: 18_000,
  ekspedisi: "JNE REG",
  note: "Tolong kirim sebelum Jumat ya kak, jangan lupa bubble wrap.",
});

const standings = ["dicek", "totalan", "klaim", "lunas", "dicetak", "dikirim"];

export const lastStanding = standings.at(-1);

/** The orders of a step: those that are there already are not made again. */
export const indexes = (to, from) => [...Array(Number(to) - Number(from)).keys()].map((index) => Number(from) + index);

/** So many changes of an order, up to the last. */
export const lastStandings = (edits) => standings.slice(standings.length - Number(edits));
