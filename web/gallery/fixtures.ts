// A believable day of the shop, for the gallery.
import type {
  AddressDraft,
  ChatView,
  ContactRow,
  DeviceRow,
  FileRow,
  HeldRow,
  InviteRow,
  LineDraft,
  OrderDraft,
  OrderRow,
  FeeVarianceRow,
  OfferRow,
  PlaceRow,
  PlaceView,
  ShippingFeeView,
  TariffImportRow,
  TariffTableView,
  ProductRow,
  ShortageRow,
  StockCell,
  StockGrid,
  Standing,
  SyncMark,
  TimelineEntry,
} from '../src/engine/types.ts';

export const now = Date.now();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const people: [name: string, regency: string][] = [
  ['Rina Marlina', 'Kab. Sleman'],
  ['Dedi Setiawan', 'Kota Depok'],
  ['Bp Yosef Wenda', 'Kab. Jayapura'],
  ['Siti Aminah', 'Jakarta Barat'],
  ['R.A. Kusumawardhani Prabaningrum Soerjodiningrat', 'Kab. Hulu Sungai Tengah'],
  ['Andi Baso Tenriangka', 'Kota Makassar'],
  ['Made Wirawan', 'Kab. Gianyar'],
  ['Lestari Ningsih', 'Kota Surabaya'],
];
const models: [name: string, colours: string[], price: number][] = [
  ['Trekker X', ['hitam', 'coklat', 'army'], 189_000],
  ['Rimba', ['coklat', 'hitam'], 189_000],
  ['Carrier Pro', ['navy', 'army', 'hitam'], 245_000],
  ['Kelana', ['abu', 'hitam'], 165_000],
];
const couriers = ['jne', 'jnt', 'sicepat', 'pos'];
const standings: Standing[] = ['draft', 'paid', 'checked', 'shipped', 'packed', 'shipped', 'printed', 'cancelled', 'paid'];

const RUN = [36, 37, 38, 39, 40, 41, 42, 43, 44];

function pick<T>(list: T[], at: number): T {
  return list[at % list.length]!;
}

export const products: ProductRow[] = models.map(([name, colours, price], at) => ({ id: `p${at}`, name, colours, price, weight_grams: 900, sizes: at === 3 ? [36, 37, 38, 39, 40] : RUN, retired: false }));

export function order(at: number, changes: Partial<OrderRow> = {}): OrderRow {
  const [buyer_name, regency] = pick(people, at);
  const [model, colours, price] = pick(models, at * 3 + 1);
  const standing = at === 4 ? 'cancelled_and_shipped' : pick(standings, at);
  const pairs = 1 + (at % 3);
  const shipped = standing === 'shipped' || standing === 'cancelled_and_shipped';
  return {
    id: `o${at}`,
    number: `B${1 + (at % 3)}-${String(142 + at).padStart(4, '0')}`,
    buyer_name,
    regency,
    pairs,
    total: pairs * price + 18_000,
    courier: pick(couriers, at),
    tracking_number: shipped ? `JX33001122${String(10 + at).padStart(2, '0')}` : '',
    standing,
    address: `Jl. Kaliurang KM ${at + 1} Gg Melati No 12 RT 04/RW 21, Condongcatur, Depok, ${regency} 55283`,
    contents: `${model} ${pick(colours, at)} ${38 + (at % 6)} × ${pairs}${at % 4 === 1 ? `, Kelana abu 41 × 1` : ''}`,
    taken_at: now - 38 * MINUTE - at * 47 * MINUTE,
    updated_at: now - at * 31 * MINUTE,
    mark: pick<SyncMark>(['local', 'relay', 'seen', 'seen', 'relay'], at),
    ...changes,
  };
}

export const orders = Array.from({ length: 1_240 }, (_, at) => order(at));

export const address: AddressDraft = {
  street: 'Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21',
  village: 'Condongcatur',
  district: 'Depok',
  regency: 'Kab. Sleman',
  province: 'DI Yogyakarta',
  postal_code: '55283',
  landmark: 'sebelah warung Bu Tini',
};

const line: LineDraft = { id: 'l1', product: 'p0', name: 'Trekker X', colour: 'hitam', size: '39', quantity: '1', price: 'Rp189.000' };

export const draft: OrderDraft = {
  contact: 'c0',
  buyer_name: 'Rina Marlina',
  buyer_phone: '0812-3456-7890',
  address,
  lines: [line, { ...line, id: 'l2', name: 'Kelana', colour: 'abu', size: '41', quantity: '2', price: 'Rp165.000' }],
  courier: 'jne',
  service: 'REG',
  shipping_fee: 'Rp18.000',
  note: '',
  source: 'Format Order\nNama : Rina Marlina\nAlamat : Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21, Condongcatur, Kec. Depok, Kab. Sleman, DIY 55283\nNo HP : 0812-3456-7890',
};

const entry = { role: 'cs', mine: true, seen_by: [], ignored: false, person: 'Rina', device_name: 'HP CS-2' };

export const timeline: TimelineEntry[] = [
  { ...entry, id: 't1', what: { kind: 'taken', from_chat: true }, at: now - 26 * HOUR, mark: 'relay', mine: false },
  {
    ...entry,
    id: 't2',
    what: {
      kind: 'revised',
      changes: [
        { field: 'address', from: 'Jl. Kaliurang KM 5, Depok, Kab. Sleman', to: 'Jl. Kaliurang KM 7 Gg Melati No 12, Condongcatur, Depok, Kab. Sleman' },
        { field: 'note', from: 'titip satpam', to: '' },
      ],
    },
    at: now - 3 * HOUR,
    mark: 'relay',
  },
  { ...entry, id: 't3', what: { kind: 'noted', text: 'Bu Eni: sudah dibayar lunas, mutasi Mandiri' }, at: now - 2 * HOUR, mark: 'seen', seen_by: ['Tablet gudang'], person: 'Bu Eni', role: 'finance', device_name: 'Laptop', mine: false },
  { ...entry, id: 't4', what: { kind: 'shipped', tracking_number: 'JX3300112299', courier: 'jnt' }, at: now - 90 * MINUTE, mark: 'relay', ignored: true },
  { ...entry, id: 't5', what: { kind: 'noted', text: 'titip satpam' }, at: now - 4 * MINUTE, mark: 'local' },
];

export const conflictTimeline: TimelineEntry[] = [
  ...timeline.slice(0, 3),
  { ...entry, id: 't6', what: { kind: 'cancelled', reason: 'Pembeli batal' }, at: now - 80 * MINUTE, mark: 'relay' },
  { ...entry, id: 't7', what: { kind: 'shipped', tracking_number: 'JX3300112214', courier: 'jnt' }, at: now - 70 * MINUTE, mark: 'seen', seen_by: ['HP CS-2'], person: 'Ujang', role: 'warehouse', device_name: 'Tablet gudang', mine: false },
];

export const contacts: ContactRow[] = Array.from({ length: 320 }, (_, at) => ({
  id: `c${at}`,
  name: pick(people, at)[0],
  phone: `0812-3456-${String(7890 + at).slice(-4)}`,
  regency: pick(people, at)[1],
  orders: at % 5,
  mark: pick<SyncMark>(['relay', 'relay', 'local'], at),
}));

const device: DeviceRow = { device: 'd0', person: 'Rina', device_name: 'HP CS-2', role: 'cs', prefix: 'B3', this_device: false, revoked: false, behind: 0, here: true, left_at: null };

export const devices: DeviceRow[] = [
  { ...device, this_device: true },
  { ...device, device: 'd1', person: 'Ujang', device_name: 'Tablet gudang', role: 'warehouse', prefix: 'B2', behind: 12, here: false, left_at: now - 5 * HOUR },
  { ...device, device: 'd2', person: 'Bu Eni', device_name: 'Laptop keuangan', role: 'finance', prefix: 'B1' },
  { ...device, device: 'd3', person: 'Tono', device_name: 'HP lama', prefix: 'A9', revoked: true },
];

export const invites: InviteRow[] = [
  { role: 'warehouse', expires: now + 20 * HOUR, recovery: false },
  { role: 'owner', expires: now + 3_650 * 24 * HOUR, recovery: true },
];

export const inviteCode = 'AXz3kQm0pT7vNwYb2Lr9sUeAAAGTqk0cAHdhcmVob3VzZQ9fJ2w';

const alsoHere: Record<string, string[]> = { o0: ['Rina'], o1: ['Rina', 'Bu Eni'] };

const files: FileRow[] = [
  { file: 'f0', file_kind: 'payment_proof', here: true, waiting: true, also_on: [] },
  { file: 'f1', file_kind: 'payment_proof', here: true, waiting: false, also_on: ['B2-0139', 'B1-0098'] },
  { file: 'f2', file_kind: 'photo', here: false, waiting: false, also_on: [] },
];

const filesOf: Record<string, FileRow[]> = { o0: files, o1: files };

/** Who else has an order open, and what was attached to it. */
export function aroundOf(order: string): { also_here: string[]; files: FileRow[] } {
  return { also_here: alsoHere[order] ?? [], files: filesOf[order] ?? [] };
}

const handedIn = { person: 'Tono', device_name: 'HP lama', noun: 'order' };

export const held: HeldRow[] = [
  { ...handedIn, change: 'h1', record: 'o3', title: 'B1-0145 · Siti Aminah', said: [{ said: 'happened', what: { kind: 'shipped', tracking_number: '010120001234567', courier: 'jne' } }] },
  { ...handedIn, change: 'h2', record: 'o1', title: 'B2-0143 · Dedi Setiawan', said: [{ said: 'happened', what: { kind: 'noted', text: 'sudah dibayar lunas' } }] },
];

export const chatText = `kak mau order yg rimba coklat no 42 satu sm yg hitam 38 1 jg
a/n Dedi S jl pahlawan 45 rt2 rw5 kel sukamaju kec cilodong depok 16415
wa 62 857 1122 3344 pake jnt ya kak, totalin sekalian`;

const marks: [text: string, field: string][] = [
  ['rimba coklat no 42 satu', 'lines'],
  ['hitam 38 1', 'lines'],
  ['Dedi S', 'buyer_name'],
  ['jl pahlawan 45 rt2 rw5 kel sukamaju kec cilodong depok 16415', 'address'],
  ['62 857 1122 3344', 'phone'],
  ['jnt', 'courier'],
];

/** Reads only the words of the example, the way the core would. */
export function readChat(text: string): ChatView {
  const found = marks.filter(([words]) => text.includes(words));
  const cut = found.length === 0 ? [text] : text.split(new RegExp(`(${found.map(([words]) => words).join('|')})`));
  const fields = found.map(([source, field], at) => ({
    field: field === 'lines' ? `lines.${at}` : field,
    confidence: source === 'hitam 38 1' ? 'likely' : 'sure',
    hint: source === 'hitam 38 1' ? 'product_carried_over' : '',
    hint_word: 'hitam',
    source,
  }));
  const nothing = { questions: [], order_number: '', changes: [], claim: null, custom: null, deadline: '', time_zone: '', orders: [] };
  return { ...nothing, kind: found.length === 0 ? 'unclear' : 'order', kind_confidence: 'likely', segments: cut.map((words) => ({ text: words, field: found.find(([one]) => one === words)?.[1] ?? '' })), fields, draft: found.length === 0 ? empty(text) : chatDraft(text), missing: found.length === 0 ? ['buyer_name', 'phone', 'address', 'lines', 'courier'] : [] };
}

function empty(source: string): OrderDraft {
  const none = { street: '', village: '', district: '', regency: '', province: '', postal_code: '', landmark: '' };
  return { contact: null, buyer_name: '', buyer_phone: '', address: none, lines: [], courier: '', service: '', shipping_fee: '', note: '', source };
}

function chatDraft(source: string): OrderDraft {
  const rimba = { id: null, product: 'p1', name: 'Rimba', quantity: '1', price: '189.000' };
  return {
    ...empty(source),
    buyer_name: 'Dedi S',
    buyer_phone: '0857-1122-3344',
    address: { street: 'jl pahlawan 45 RT 2/RW 5', village: 'Sukamaju', district: 'Cilodong', regency: 'Kota Depok', province: 'Jawa Barat', postal_code: '16415', landmark: '' },
    lines: [
      { ...rimba, colour: 'coklat', size: '42' },
      { ...rimba, colour: 'hitam', size: '38' },
    ],
    courier: 'jnt',
  };
}

const sleman = { regency: 'Kab. Sleman', province: 'DI Yogyakarta' };
const places: PlaceRow[] = [
  { code: '34.04.07', district: 'Depok', ...sleman, postal_codes: ['55281', '55282', '55283'] },
  { code: '34.04.01', district: 'Gamping', ...sleman, postal_codes: ['55291', '55292', '55293', '55294', '55295'] },
  { code: '32.76.09', district: 'Cilodong', regency: 'Kota Depok', province: 'Jawa Barat', postal_codes: ['16414', '16415'] },
  { code: '32.09.20', district: 'Depok', regency: 'Kab. Cirebon', province: 'Jawa Barat', postal_codes: ['45155'] },
  { code: '63.07.07', district: 'Batang Alai Selatan', regency: 'Kab. Hulu Sungai Tengah', province: 'Kalimantan Selatan', postal_codes: ['71381'] },
];

export function offered(text: string, regency: string): PlaceRow[] {
  const typed = text.trim().toLowerCase();
  const fits = (place: PlaceRow) => place.district.toLowerCase().startsWith(typed) || place.postal_codes.some((code) => code.startsWith(typed));
  if (typed === '') return places.filter((place) => place.regency === regency);
  return places.filter(fits).sort((one, other) => Number(other.regency === regency) - Number(one.regency === regency));
}

export function placeOf({ district, regency, postal_code }: AddressDraft): PlaceView {
  const known = places.find((place) => place.district === district && place.regency === regency) ?? null;
  const near = places.slice(0, 3);
  if (!district) return { known: null, doubt: '', near: [] };
  if (!known) return { known, doubt: 'district_unknown', near };
  const wrong = postal_code !== '' && !known.postal_codes.includes(postal_code);
  return { known, doubt: wrong ? 'postal_code_elsewhere' : '', near: wrong ? near.slice(2) : [] };
}

const row: OfferRow = { courier: 'jne', service: 'REG', fee: 36_000, kilograms: 2, per_kilogram: 18_000, whole_regency: false, at: now - 20 * HOUR, file: 'tarif-jne-2026.csv' };
const offers: OfferRow[] = [
  { ...row, courier: 'jnt', service: 'EZ', fee: 32_000, per_kilogram: 16_000, whole_regency: true },
  row,
  { ...row, courier: 'sicepat', service: 'REG', fee: 38_000, per_kilogram: 19_000 },
  { ...row, service: 'YES', fee: 60_000, per_kilogram: 30_000 },
];

export function feeOf(draft: OrderDraft, none: boolean): ShippingFeeView {
  const at = offers.findIndex((offer) => offer.courier === draft.courier && offer.service === draft.service);
  const there = !none && draft.address.regency !== '';
  const typed = Number(draft.shipping_fee.replace(/\D/g, ''));
  const asked = there ? offers[at]?.fee : undefined;
  const accounted = typed === 0 ? 'open' : typed === asked ? 'by_tariff' : 'not';
  return { offers: there ? offers : [], own: asked === undefined ? null : at, why: asked === undefined ? whyNot(draft, none) : '', accounted, weight_grams: 1_900, guessed: 1 };
}

function whyNot({ address, courier }: OrderDraft, none: boolean): string {
  if (address.regency === '') return 'address_open';
  if (none) return 'no_tariffs';
  return courier === '' ? 'courier_open' : 'courier_not_there';
}

const imported: TariffImportRow = { import: 'i0', courier: 'jne', service: 'REG', file: 'tarif-jne-2026.csv', rows: 6_912, at: now - 20 * HOUR, person: 'Rina', withdrawn: false, replaced: false };

export const imports: TariffImportRow[] = [
  imported,
  { ...imported, service: 'YES', rows: 2_140 },
  { ...imported, import: 'i1', courier: 'jnt', service: 'EZ', file: 'jnt ez kab kota.csv', rows: 514, person: 'Bu Eni', at: now - 9 * 24 * HOUR },
  { ...imported, import: 'i2', file: 'tarif-jne-2025.csv', rows: 6_880, at: now - 200 * 24 * HOUR, replaced: true },
  { ...imported, import: 'i3', courier: 'sicepat', file: '', rows: 12, at: now - 210 * 24 * HOUR, withdrawn: true },
];

/** Reads nothing: whatever is pasted looks like this. */
export function table(courier: string, service: string, text: string): TariffTableView {
  const none = { services: [], good: 0, bad: 0, odd: 0, questions: [], sample: [] };
  if (!/\d/.test(text)) return { refused: 'table.no_columns', ...none };
  const one = { number: 2, courier: courier || 'jne', service: service.toUpperCase() || 'REG', regency: 'Kab. Sleman', district: 'Depok', fee: 18_000, problem: '', doubt: '' };
  return {
    refused: '',
    services: [{ courier: one.courier, service: one.service, rows: 6_912, known: true }],
    good: 6_912,
    bad: 3,
    odd: 1,
    sample: [one, { ...one, number: 3, district: 'Gamping' }, { ...one, number: 4, regency: 'Kota Bandung', district: '', fee: 12_000 }],
    questions: [
      { ...one, number: 18, regency: 'Bandung', district: '', fee: 15_000, problem: 'tariff.regency_ambiguous' },
      { ...one, number: 44, district: 'Mlati', fee: null, problem: 'tariff.fee_missing' },
      { ...one, number: 51, district: 'Depok', fee: 19_000, problem: 'tariff.twice' },
      { ...one, number: 920, regency: 'Kab. Hulu Sungai Tengah', district: 'Batang Alai Selatan Baru', fee: 42_000, doubt: 'district_unknown' },
    ],
  };
}

export const variance: FeeVarianceRow[] = [
  { month: '2026-11', courier: 'jne', parcels: 64, unknown: 3, charged: 1_216_000, actual: 1_189_000 },
  { month: '2026-11', courier: 'jnt', parcels: 31, unknown: 0, charged: 527_000, actual: 561_000 },
  { month: '2026-10', courier: 'jne', parcels: 120, unknown: 12, charged: 2_240_000, actual: 2_240_000 },
];

const cells: StockCell[] = (['online', 'toko'] as const).flatMap((pool, which) =>
  models[0]![1].flatMap((_, colour) =>
    RUN.filter((size) => (size + colour) % 7 !== 3).map((size) => {
      const on_hand = (size * 3 + colour * 5 + which * 2) % 6;
      return { pool, colour, size, on_hand, reserved: (size + colour + which) % 4 === 0 ? Math.min(2, on_hand + (size === 40 ? 1 : 0)) : 0 };
    }),
  ),
);

export const grid: StockGrid = {
  product: 'p0',
  name: 'Trekker X',
  retired: false,
  colours: models[0]![1],
  sizes: RUN,
  cells,
  log: [
    { id: 's1', at: now - 2 * HOUR, person: 'Ujang', mark: 'local', what: { kind: 'counted', pool: 'toko', cells: 27, apart: [{ colour: 'hitam', size: 39, pairs: -1 }, { colour: 'army', size: 42, pairs: 2 }] } },
    { id: 's2', at: now - 26 * HOUR, person: 'Pak Hendra', mark: 'relay', what: { kind: 'moved', from: 'online', to: 'toko', cells: [{ colour: 'hitam', size: 40, pairs: 2 }] } },
    { id: 's3', at: now - 50 * HOUR, person: 'Ujang', mark: 'relay', what: { kind: 'received', pool: 'online', cells: [{ colour: 'hitam', size: 39, pairs: 4 }, { colour: 'coklat', size: 41, pairs: 6 }] } },
    { id: 's4', at: now - 98 * HOUR, person: 'Rina', mark: 'relay', what: { kind: 'counted', pool: 'online', cells: 27, apart: [] } },
  ],
};

export const shortages: ShortageRow[] = [
  {
    product: 'p0',
    name: 'Trekker X',
    pool: 'online',
    colour: 'hitam',
    size: 40,
    on_hand: 1,
    reserved: 2,
    orders: [
      { row: order(1), pairs: 1, lacks: 0, paid: true, waits: false },
      { row: order(4), pairs: 1, lacks: 1, paid: true, waits: true },
    ],
  },
];
