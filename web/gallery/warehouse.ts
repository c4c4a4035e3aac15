// The warehouse of the gallery: queues, a desk that knows what it is shown, labels of every size, and a day's hand-over.
import type { BoxLabelsView, CodeView, DeskView, HandoverView, LabelsView, OrderRow, ParcelLabel, Scanned, View, WarehouseView } from '../src/engine/types.ts';
import { address, orders, products } from './fixtures.ts';

const qr: CodeView = { width: 29, height: 29, path: 'M4 4h7v1h-7zM12 4h3v1h-3zM16 4h1v1h-1zM18 4h7v1h-7zM4 5h1v1h-1zM10 5h1v1h-1zM12 5h2v1h-2zM18 5h1v1h-1zM24 5h1v1h-1zM4 6h1v1h-1zM6 6h3v1h-3zM10 6h1v1h-1zM12 6h1v1h-1zM15 6h2v1h-2zM18 6h1v1h-1zM20 6h3v1h-3zM24 6h1v1h-1zM4 7h1v1h-1zM6 7h3v1h-3zM10 7h1v1h-1zM12 7h2v1h-2zM18 7h1v1h-1zM20 7h3v1h-3zM24 7h1v1h-1zM4 8h1v1h-1zM6 8h3v1h-3zM10 8h1v1h-1zM12 8h1v1h-1zM15 8h2v1h-2zM18 8h1v1h-1zM20 8h3v1h-3zM24 8h1v1h-1zM4 9h1v1h-1zM10 9h1v1h-1zM15 9h1v1h-1zM18 9h1v1h-1zM24 9h1v1h-1zM4 10h7v1h-7zM12 10h1v1h-1zM14 10h1v1h-1zM16 10h1v1h-1zM18 10h7v1h-7zM12 11h4v1h-4zM5 12h2v1h-2zM8 12h1v1h-1zM10 12h2v1h-2zM14 12h3v1h-3zM18 12h1v1h-1zM20 12h5v1h-5zM4 13h1v1h-1zM8 13h2v1h-2zM11 13h3v1h-3zM15 13h5v1h-5zM23 13h2v1h-2zM4 14h3v1h-3zM9 14h3v1h-3zM13 14h1v1h-1zM16 14h1v1h-1zM18 14h1v1h-1zM20 14h2v1h-2zM24 14h1v1h-1zM5 15h2v1h-2zM8 15h1v1h-1zM12 15h1v1h-1zM16 15h2v1h-2zM24 15h1v1h-1zM4 16h2v1h-2zM7 16h2v1h-2zM10 16h2v1h-2zM14 16h2v1h-2zM18 16h1v1h-1zM20 16h1v1h-1zM24 16h1v1h-1zM12 17h1v1h-1zM15 17h2v1h-2zM18 17h1v1h-1zM20 17h2v1h-2zM4 18h7v1h-7zM12 18h1v1h-1zM14 18h2v1h-2zM20 18h1v1h-1zM22 18h2v1h-2zM4 19h1v1h-1zM10 19h1v1h-1zM13 19h1v1h-1zM15 19h2v1h-2zM18 19h2v1h-2zM4 20h1v1h-1zM6 20h3v1h-3zM10 20h1v1h-1zM12 20h3v1h-3zM18 20h1v1h-1zM21 20h1v1h-1zM23 20h2v1h-2zM4 21h1v1h-1zM6 21h3v1h-3zM10 21h1v1h-1zM13 21h1v1h-1zM15 21h1v1h-1zM17 21h1v1h-1zM19 21h2v1h-2zM22 21h2v1h-2zM4 22h1v1h-1zM6 22h3v1h-3zM10 22h1v1h-1zM12 22h4v1h-4zM17 22h2v1h-2zM22 22h1v1h-1zM24 22h1v1h-1zM4 23h1v1h-1zM10 23h1v1h-1zM12 23h2v1h-2zM15 23h3v1h-3zM21 23h4v1h-4zM4 24h7v1h-7zM13 24h1v1h-1zM15 24h1v1h-1zM17 24h2v1h-2zM21 24h1v1h-1zM24 24h1v1h-1z' };
const bars: CodeView = { width: 132, height: 1, path: 'M10 0h2v1h-2zM13 0h1v1h-1zM16 0h1v1h-1zM21 0h1v1h-1zM25 0h1v1h-1zM27 0h2v1h-2zM32 0h2v1h-2zM36 0h1v1h-1zM38 0h3v1h-3zM43 0h1v1h-1zM46 0h2v1h-2zM49 0h3v1h-3zM54 0h1v1h-1zM57 0h3v1h-3zM61 0h2v1h-2zM65 0h1v1h-1zM68 0h3v1h-3zM73 0h2v1h-2zM76 0h2v1h-2zM80 0h1v1h-1zM83 0h3v1h-3zM87 0h2v1h-2zM91 0h3v1h-3zM96 0h1v1h-1zM98 0h1v1h-1zM100 0h4v1h-4zM105 0h1v1h-1zM109 0h2v1h-2zM114 0h3v1h-3zM118 0h1v1h-1zM120 0h2v1h-2z' };

const standing = (name: OrderRow['standing']) => orders.filter((row) => row.standing === name);

export function warehouse(search: string): WarehouseView {
  const listed = (name: OrderRow['standing'], most: number) =>
    standing(name)
      .filter((row) => `${row.buyer_name} ${row.number}`.toLowerCase().includes(search.toLowerCase()))
      .slice(0, most);
  return { to_print: listed('paid', 14), to_pack: listed('printed', 5), to_ship: listed('packed', 8), shipped: standing('shipped').slice(0, 12) };
}

function linesOf(row: OrderRow): DeskView['lines'] {
  return row.contents.split(', ').map((line, at) => {
    const [what = '', quantity = '1'] = line.split(' × ');
    return { id: `${row.id}-${String(at)}`, what, quantity: Number(quantity) };
  });
}

export function desk(id: string): View {
  const row = orders.find((one) => one.id === id);
  if (!row) return { view: 'missing' };
  return { view: 'desk', row, lines: linesOf(row), note: 'Jangan cantumkan harga ya, kado ulang tahun', courier_code: row.courier };
}

/** Reads a scan as the core would, as far as a gallery needs it. */
export function scan(text: string, order: string | null): Scanned {
  const said = text.trim().toUpperCase();
  const number = said.replace(/^TPK:/, '');
  const row = orders.find((one) => one.number === number);
  if (!number) return { is: 'nothing' };
  if (row) return { is: 'order', row };
  if (/^[A-Z]{1,3}\d{0,3}-\d{3,}$/.test(number)) return { is: 'unknown_order', number };
  return item(said, order) ?? resi(said, order);
}

function item(said: string, order: string | null): Scanned | undefined {
  const held = orders.find((one) => one.id === order);
  const line = held && linesOf(held).find((one) => one.what.toUpperCase() === said.replace(/^TPS:/, ''));
  if (line) return { is: 'item', line: line.id };
  return said.startsWith('TPS:') ? { is: 'other_item', code: said } : undefined;
}

function resi(said: string, order: string | null): Scanned {
  if (!/^[A-Z0-9]{6,40}$/.test(said)) return { is: 'unreadable', code: 'tracking_number.too_short' };
  const odd = orders.find((one) => one.id === order)?.courier === 'jne' && !/^\d{15}$/.test(said);
  return { is: 'tracking_number', number: said, looks_like: odd ? ['jnt'] : [], used_by: orders.find((one) => one.tracking_number === said)?.number ?? '' };
}

const long: Partial<ParcelLabel> = {
  recipient: {
    name: 'R.A. Kusumawardhani Prabaningrum Soerjodiningrat binti Hendrawan Kertanegara Adi',
    phone: '0813-2211-0099',
    address: [
      'Perumahan Taman Sari Asri Blok GG-12 No. 27A RT 004/RW 021, gang kecil sebelah Masjid Jami Al-Ikhlas, masuk lewat Jl. Raya Trans Kalimantan KM 14,5 pertigaan kedua setelah SPBU',
      'Batang Alai Selatan, Kec. Batang Alai Selatan',
      'Kab. Hulu Sungai Tengah, Kalimantan Selatan 71381',
    ],
  },
  landmark: 'pagar hijau, depan warung Bu Tini, kalau tidak ada orang titip ke Pak RT di rumah nomor 25 yang ada pohon mangganya',
  contents: Array.from({ length: 14 }, (_, at) => `Carrier Pro Navy ${String(36 + (at % 9))} × ${String(1 + (at % 3))}`),
  pairs: 27,
  note: 'Kado ulang tahun, tolong dibungkus rapi dan jangan dilipat. Kirim setelah tanggal 20 ya kak, sebelumnya tidak ada orang di rumah.',
  weight_grams: 24_300,
};

function label(row: OrderRow, at: number): ParcelLabel {
  const plain: ParcelLabel = {
    id: row.id,
    number: row.number,
    printed: row.copies ?? (at === 2 ? 1 : 0),
    recipient: { name: row.buyer_name, phone: '0812-3456-7890', address: [address.street, 'Condongcatur, Kec. Depok', `${row.regency}, DI Yogyakarta 55283`] },
    landmark: at % 2 ? '' : address.landmark,
    courier: row.courier,
    service: 'REG',
    contents: linesOf(row).map((line) => `${line.what} × ${String(line.quantity)}`),
    pairs: row.pairs,
    note: '',
    sender: at === 1 ? { name: 'Alas Adventure', phone: '0899-0001-122', address: [] } : { name: 'Sandal Gunung Parahyangan', phone: '0812-2000-4455', address: ['Jl. Cibaduyut Raya No. 88, Bandung 40236'] },
    value: at === 1 ? null : row.total,
    weight_grams: at === 3 ? null : row.pairs * 900,
    qr,
    bars,
  };
  return at === 4 ? { ...plain, ...long } : plain;
}

export function labels(ids: string[]): LabelsView {
  const found = ids.flatMap((id) => orders.find((row) => row.id === id) ?? []);
  const may = found.filter((row) => ['paid', 'printed', 'packed'].includes(row.standing));
  const refused = found.filter((row) => !may.includes(row)).map(({ id, number, standing: stands }) => ({ id, number, code: stands === 'cancelled' ? 'order.cancelled' : 'order.not_paid' }));
  return { labels: may.map(label), refused };
}

export function handover(): HandoverView {
  const couriers = ['jne', 'jnt', 'sicepat'].map((courier) => {
    const rows = standing('shipped').filter((row) => row.courier === courier).slice(0, 9);
    const parcels = rows.map((row) => ({ id: row.id, number: row.number, tracking_number: row.tracking_number, recipient: row.buyer_name, regency: row.regency, pairs: row.pairs, weight_grams: row.pairs * 900 }));
    return { courier, parcels, pairs: parcels.reduce((sum, parcel) => sum + parcel.pairs, 0) };
  });
  return { shop: 'Sandal Gunung Parahyangan', person: 'Ujang', couriers };
}

export function boxLabels(product: string): BoxLabelsView {
  const row = products.find((one) => one.id === product);
  const sizes = Array.from({ length: 9 }, (_, at) => String(36 + at));
  const labels = (row?.colours ?? []).flatMap((colour) => sizes.map((size) => ({ name: row?.name ?? '', colour, size, code: `TPS:${colour}-${size}`, qr, bars })));
  return { labels };
}
