// What the engine and the screens say to each other: the Rust boundary types, in TypeScript.

export interface AddressDraft {
  street: string;
  village: string;
  district: string;
  regency: string;
  province: string;
  postal_code: string;
  landmark: string;
}

export interface LineDraft {
  id: string | null;
  product: string | null;
  name: string;
  colour: string;
  size: string;
  quantity: string;
  price: string;
}

export interface OrderDraft {
  contact: string | null;
  buyer_name: string;
  buyer_phone: string;
  address: AddressDraft;
  lines: LineDraft[];
  courier: string;
  service: string;
  shipping_fee: string;
  note: string;
  source: string;
}

export interface ContactDraft {
  name: string;
  phone: string;
  address: AddressDraft;
  note: string;
}

export interface ProductDraft {
  name: string;
  colours: string[];
  price: string;
  weight_grams: string;
}

export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

export type Standing = 'draft' | 'checked' | 'shipped' | 'cancelled' | 'cancelled_and_shipped';

export type Command =
  | { command: 'take_order'; draft: OrderDraft }
  | { command: 'revise_order'; id: string; draft: OrderDraft }
  | { command: 'note_order'; id: string; text: string }
  | { command: 'ship_order'; id: string; tracking_number: string }
  | { command: 'cancel_order'; id: string; reason: string }
  | { command: 'add_contact'; draft: ContactDraft }
  | { command: 'revise_contact'; id: string; draft: ContactDraft }
  | { command: 'add_product'; draft: ProductDraft };

export interface RefusalView {
  code: string;
  field: string;
}

export type Outcome =
  | { outcome: 'done'; record: string }
  | { outcome: 'refused'; refusals: RefusalView[] }
  | { outcome: 'fault'; code: string };

export type SyncMark = 'refused' | 'local' | 'relay' | 'seen';

export type BadgeState = 'unpaired' | 'saved' | 'syncing' | 'offline' | 'rejected';

export interface BadgeView {
  state: BadgeState;
  unsent: number;
  set_aside: number;
  offline_since: number | null;
  behind: number;
}

export interface SegmentView {
  text: string;
  field: string;
}

export interface FieldReading {
  field: string;
  confidence: string;
  hint: string;
  hint_word: string;
  source: string;
}

export interface ChatView {
  kind: string;
  segments: SegmentView[];
  fields: FieldReading[];
  draft: OrderDraft;
  missing: string[];
}

export interface ContactRow {
  id: string;
  name: string;
  phone: string;
  regency: string;
  orders: number;
  mark: SyncMark;
}

export interface ContactsView {
  rows: ContactRow[];
  total: number;
}

export interface ContactView {
  row: ContactRow;
  draft: ContactDraft;
  orders: OrderRow[];
}

export type OrderFilter = 'all' | 'draft' | 'checked' | 'shipped' | 'cancelled' | 'conflict';

export interface OrderRow {
  id: string;
  number: string;
  buyer_name: string;
  regency: string;
  pairs: number;
  total: number;
  courier: string;
  tracking_number: string;
  standing: Standing;
  address: string;
  contents: string;
  taken_at: number;
  updated_at: number;
  mark: SyncMark;
}

export interface OrdersView {
  rows: OrderRow[];
  total: number;
}

export type Happening =
  | { kind: 'taken'; from_chat: boolean }
  | { kind: 'revised'; changes: FieldChange[] }
  | { kind: 'noted'; text: string }
  | { kind: 'shipped'; tracking_number: string; courier: string }
  | { kind: 'cancelled'; reason: string };

export interface TimelineEntry {
  id: string;
  what: Happening;
  at: number;
  person: string;
  device_name: string;
  role: string;
  mine: boolean;
  mark: SyncMark;
  seen_by: string[];
  ignored: boolean;
}

export interface FieldConflict {
  field: string;
  shown: string;
  others: string[];
}

export type OrderAction = 'revise' | 'note' | 'ship' | 'cancel';

export interface OrderView {
  row: OrderRow;
  draft: OrderDraft;
  contact: string | null;
  subtotal: number;
  shipping_fee: number;
  missing: string[];
  timeline: TimelineEntry[];
  field_conflicts: FieldConflict[];
  actions: OrderAction[];
}

export interface PreviewView {
  pairs: number;
  total: number;
  refusals: RefusalView[];
  missing: string[];
}

export interface ProductRow {
  id: string;
  name: string;
  colours: string[];
  price: number;
  weight_grams: number;
}

export interface ProductsView {
  rows: ProductRow[];
}

export type Pairing = 'unpaired' | 'pairing' | 'paired' | 'rejected';

export interface StartView {
  pairing: Pairing;
  shop_name: string;
  role: string;
  person: string;
  device_name: string;
  prefix: string;
  problem: string;
}

export interface UnsentRow {
  record: string;
  noun: string;
  title: string;
  changes: number;
}

export interface SetAsideRow {
  record: string;
  noun: string;
  title: string;
  code: string;
  at: number;
  text: string;
}

export interface DeviceRow {
  person: string;
  device_name: string;
  role: string;
  prefix: string;
  this_device: boolean;
  revoked: boolean;
  behind: number;
}

export interface SyncView {
  badge: BadgeView;
  last_contact: number | null;
  cursor: number;
  head: number;
  records: number;
  unsent: UnsentRow[];
  set_aside: SetAsideRow[];
  devices: DeviceRow[];
}

export interface QueueView {
  key: string;
  count: number;
  oldest: number | null;
  mine: boolean;
}

export interface TodayView {
  role: string;
  person: string;
  queues: QueueView[];
  waiting: OrderRow[];
  others: QueueView[];
}

export interface WarehouseView {
  to_ship: OrderRow[];
  shipped: OrderRow[];
}

export type Query =
  | { view: 'start' }
  | { view: 'badge' }
  | { view: 'today' }
  | { view: 'orders'; filter: OrderFilter; search: string; offset: number; limit: number }
  | { view: 'order'; id: string }
  | { view: 'preview'; draft: OrderDraft }
  | { view: 'chat'; text: string }
  | { view: 'warehouse'; search: string }
  | { view: 'contacts'; search: string; offset: number; limit: number }
  | { view: 'contact'; id: string }
  | { view: 'products' }
  | { view: 'sync' };

export type View =
  | ({ view: 'start' } & StartView)
  | ({ view: 'badge' } & BadgeView)
  | ({ view: 'today' } & TodayView)
  | ({ view: 'orders' } & OrdersView)
  | ({ view: 'order' } & OrderView)
  | ({ view: 'preview' } & PreviewView)
  | ({ view: 'chat' } & ChatView)
  | ({ view: 'warehouse' } & WarehouseView)
  | ({ view: 'contacts' } & ContactsView)
  | ({ view: 'contact' } & ContactView)
  | ({ view: 'products' } & ProductsView)
  | ({ view: 'sync' } & SyncView)
  | { view: 'missing' };
