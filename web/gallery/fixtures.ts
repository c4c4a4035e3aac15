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
