// What the engine and the screens say to each other; written from the Rust types by `cargo xtask map`.

export type AddressDraft = {
  street: string,
  village: string,
  district: string,
  regency: string,
  province: string,
  postal_code: string,
  landmark: string,
};

/** An old order of which only the row is here: the rest is fetched from the relay once somebody looks. */
export type AwayView = {
  row: OrderRow,
  /** It can be asked for now; else it comes once the relay is reached. */
  connected: boolean,
};

export type BadgeState = "unpaired" | "saved" | "syncing" | "offline" | "rejected";

export type BadgeView = {
  state: BadgeState,
  /** Changes that only this device has. */
  unsent: number,
  /** Files the relay does not have yet. */
  waiting_files: number,
  /** Changes the relay did not accept. */
  set_aside: number,
  /** Milliseconds since 1970 UTC. */
  offline_since: number | null,
  /** Changes still to come from the relay. */
  behind: number,
};

/** One cell of the grid as typed; an empty one says nothing. */
export type CellDraft = {
  colour: string,
  size: string,
  count: string,
};

export type ChatView = {
  /** `order`, `custom`, `claim` or `unclear`. */
  kind: string,
  segments: Array<SegmentView>,
  fields: Array<FieldReading>,
  /** Ready to be shown in the form; nothing is saved by reading. */
  draft: OrderDraft,
  missing: Array<string>,
};

/** A command of a person at this device. It carries an id so that a retry after a lost answer is done once. */
export type Command =
  | { "command": "take_order", draft: OrderDraft }
  | { "command": "revise_order", id: string, draft: OrderDraft }
  | { "command": "note_order", id: string, text: string }
  | { "command": "ship_order", id: string, tracking_number: string }
  | { "command": "cancel_order", id: string, reason: string }
  | { "command": "attach_file", id: string, file: string, kind: FileKind }
  | { "command": "add_contact", draft: ContactDraft }
  | { "command": "revise_contact", id: string, draft: ContactDraft }
  | { "command": "add_product", draft: ProductDraft }
  | { "command": "revise_product", id: string, draft: ProductDraft }
  | { "command": "retire_product", id: string }
  | { "command": "restore_product", id: string }
  | { "command": "count_stock", product: string, pool: Pool, cells: Array<CellDraft> }
  | { "command": "receive_stock", product: string, pool: Pool, cells: Array<CellDraft> }
  | { "command": "move_stock", product: string, from: Pool, cells: Array<CellDraft> }
  | { "command": "invite_device", role: string, hours: number }
  | { "command": "make_recovery_code" }
  | { "command": "change_role", device: string, role: string }
  | { "command": "revoke_device", device: string, wipe: boolean }
  | { "command": "rotate_key" }
  | { "command": "set_window", days: number }
  | { "command": "erase_person", contact: string, reason: string }
  | { "command": "review_change", change: string, accept: boolean };

/** The contact form as typed. */
export type ContactDraft = {
  name: string,
  phone: string,
  address: AddressDraft,
  note: string,
};

export type ContactRow = {
  id: string,
  name: string,
  /** As people write it: `0812-3456-7890`. */
  phone: string,
  regency: string,
  orders: number,
  mark: SyncMark,
};

export type ContactView = {
  row: ContactRow,
  draft: ContactDraft,
  orders: Array<OrderRow>,
};

export type ContactsView = {
  rows: Array<ContactRow>,
  total: number,
};

export type DeviceRow = {
  device: string,
  person: string,
  device_name: string,
  role: string,
  prefix: string,
  this_device: boolean,
  revoked: boolean,
  /** Changes on the relay this device does not have yet, as far as we know. */
  behind: number,
  /** Connected to the relay now. Only who runs the shop is told of other devices. */
  here: boolean,
  /** When it last was, if it is known: milliseconds since 1970 UTC. */
  left_at: number | null,
};

/** One field's change as the timeline shows it, both sides as a person reads them. */
export type FieldChange = {
  field: string,
  from: string,
  to: string,
};

/** A register two devices set at once: the shown value won, the others are kept. */
export type FieldConflict = {
  field: string,
  shown: string,
  others: Array<string>,
};

export type FieldReading = {
  /** As in [`SegmentView`]; lines are numbered: `lines.0`. */
  field: string,
  /** `sure`, `likely` or `guess`. */
  confidence: string,
  /** A stable code such as `product_carried_over`, or empty. */
  hint: string,
  /** The word the hint is about. */
  hint_word: string,
  /** The words of the chat this was read from. */
  source: string,
};

/** What a file is to its order, which decides who may see it. */
export type FileKind = "payment_proof" | "photo";

export type FileRow = {
  /** Its hash in hex. */
  file: string,
  file_kind: FileKind,
  /** All of it is on this device; else it can be fetched. */
  here: boolean,
  /** The relay does not have it yet. */
  waiting: boolean,
  /** Numbers of other orders that name the very same file: somebody may have used a proof twice. */
  also_on: Array<string>,
};

/** What happened, in the order of the hybrid clock. */
export type Happening =
  | { "kind": "taken", from_chat: boolean }
  | { "kind": "revised", changes: Array<FieldChange> }
  | { "kind": "noted", text: string }
  | { "kind": "shipped", tracking_number: string, courier: string }
  | { "kind": "cancelled", reason: string }
  | { "kind": "attached", file: string, file_kind: FileKind };

/** A change of a revoked device that waits for the owner. */
export type HeldRow = {
  /** Its hash, to decide about it. */
  change: string,
  person: string,
  device_name: string,
  record: string,
  noun: string,
  title: string,
  said: Array<SaidRow>,
};

/** An invite nobody has used yet. */
export type InviteRow = {
  role: string,
  /** Milliseconds since 1970 UTC. */
  expires: number,
  recovery: boolean,
};

export type LineDraft = {
  /** The line being revised; none for a new one. */
  id: string | null,
  product: string | null,
  name: string,
  colour: string,
  size: string,
  quantity: string,
  /** Rupiah for one pair. */
  price: string,
};

/** What is left for one line of an order. */
export type LineStock = {
  /** Pairs that can be sold, beside what this order holds itself; nothing when nobody counts them. */
  left: number | null,
  /** Without signal: how many of the last ones this device may sell. */
  share: number | null,
  /** More is asked for than there is: it has to be made first. */
  indent: boolean,
};

export type OrderAction = "revise" | "note" | "ship" | "cancel";

export type OrderDraft = {
  contact: string | null,
  buyer_name: string,
  buyer_phone: string,
  address: AddressDraft,
  lines: Array<LineDraft>,
  /** A courier's code, such as `jne`. */
  courier: string,
  /** The courier's service, such as `REG`. */
  service: string,
  shipping_fee: string,
  note: string,
  /** The chat the order was read from. */
  source: string,
  /** A reseller in whose name the parcel goes out (dropship); empty for the shop's own. */
  sender_name: string,
  sender_phone: string,
  /** Nothing in the parcel says what it cost. */
  hide_price: boolean,
};

export type OrderFilter = "all" | "draft" | "checked" | "shipped" | "cancelled" | "conflict";

/** One line of a list. Times are milliseconds since 1970 UTC, money whole rupiah. */
export type OrderRow = {
  id: string,
  number: string,
  buyer_name: string,
  regency: string,
  pairs: number,
  total: number,
  courier: string,
  tracking_number: string,
  standing: Standing,
  /** The address in one line and the lines in one line, for the warehouse. */
  address: string,
  contents: string,
  taken_at: number,
  updated_at: number,
  mark: SyncMark,
};

export type OrderView = {
  row: OrderRow,
  /** The form as it stands, to show or to edit. */
  draft: OrderDraft,
  contact: string | null,
  subtotal: number,
  shipping_fee: number,
  /** Stable codes of what is missing before the order counts as checked: `phone`, `address.district`, `lines`, … */
  missing: Array<string>,
  timeline: Array<TimelineEntry>,
  field_conflicts: Array<FieldConflict>,
  /** What this device's role may do now, the likeliest next action first. */
  actions: Array<OrderAction>,
  /** People who have this order open on other devices. */
  also_here: Array<string>,
  /** What was attached, as far as this role may see it. */
  files: Array<FileRow>,
  /** What this role may attach. */
  attachable: Array<FileKind>,
};

export type OrdersView = {
  rows: Array<OrderRow>,
  /** How many match the filter and the search, beyond this page. */
  total: number,
};

/** How a command ended. `Done` is said only after the change is on this device's disk. */
export type Outcome =
  | { "outcome": "done", record: string }
  | { "outcome": "code", code: string }
  | { "outcome": "refused", refusals: Array<RefusalView> }
  | { "outcome": "fault", code: string };

export type Pairing = "unpaired" | "pairing" | "paired" | "rejected";

export type PairsOf = {
  colour: string,
  size: number,
  pairs: number,
};

/** Where pairs lie: in the shop's own shelves, or set aside for who orders from afar. */
export type Pool = "toko" | "online";

/** A form while it is typed: what it adds up to, what is wrong and what is still missing. */
export type PreviewView = {
  pairs: number,
  total: number,
  refusals: Array<RefusalView>,
  missing: Array<string>,
  /** What is left for each line of the form, in its sequence. */
  stock: Array<LineStock>,
};

/** From when on a pair cost so much. */
export type PriceRow = {
  price: number,
  at: number,
  person: string,
};

export type ProductAction = "revise" | "price" | "retire" | "restore";

/** The product form as typed. */
export type ProductDraft = {
  name: string,
  colours: Array<string>,
  /** The sizes it is made in; none means all of them. */
  sizes: Array<string>,
  /** Rupiah for one pair. */
  price: string,
  weight_grams: string,
};

export type ProductRow = {
  id: string,
  name: string,
  colours: Array<string>,
  price: number,
  weight_grams: number,
  /** Smallest first. */
  sizes: Array<number>,
  /** Sold no more: it is offered for no new order. */
  retired: boolean,
};

/** One product: its form, what it cost when, and what this role may do. */
export type ProductView = {
  row: ProductRow,
  draft: ProductDraft,
  /** Latest first. */
  prices: Array<PriceRow>,
  actions: Array<ProductAction>,
};

export type ProductsView = {
  rows: Array<ProductRow>,
};

/** This device and the relay were compared: all changes, not only their number. */
export type ProofView = {
  /** Milliseconds since 1970 UTC. */
  at: number,
  /** Both have the same. If not, what differs is being exchanged. */
  equal: boolean,
};

/** A screen's question. The answer to each is the view of the same name. */
export type Query =
  | { "view": "start" }
  | { "view": "badge" }
  | { "view": "today" }
  | { "view": "orders", filter: OrderFilter, search: string, offset: number, limit: number }
  | { "view": "order", id: string }
  | { "view": "preview", draft: OrderDraft, order: string | null }
  | { "view": "chat", text: string }
  | { "view": "warehouse", search: string }
  | { "view": "contacts", search: string, offset: number, limit: number }
  | { "view": "contact", id: string }
  | { "view": "products" }
  | { "view": "product", id: string }
  | { "view": "stock", product: string | null }
  | { "view": "sync" }
  | { "view": "shop" };

export type QueueView = {
  /** A stable code: `to_complete`, `to_ship`, `shipped_today`, `conflict`, `refused`. */
  key: string,
  count: number,
  /** When the oldest in it came in; milliseconds since 1970 UTC. */
  oldest: number | null,
  /** It is this role's turn. */
  mine: boolean,
};

/** A refusal at the border: a stable code, and the field of the draft it is about (`lines.0.size`), or nothing. */
export type RefusalView = {
  code: string,
  field: string,
};

export type SaidRow =
  | { "said": "happened", what: Happening }
  | { "said": "stated", kind: string }
  | { "said": "filled", field: string, value: string }
  | { "said": "plain", text: string };

/** A stretch of the pasted text; the stretches together are the whole text. */
export type SegmentView = {
  text: string,
  /** `buyer_name`, `phone`, `address`, `lines`, `courier`, `note`, or empty for plain text. */
  field: string,
};

export type SetAsideRow = {
  record: string,
  noun: string,
  title: string,
  /** Why: a stable code such as `not_your_role`. */
  code: string,
  at: number,
  /** What the change said, to copy out. */
  said: Array<SaidRow>,
};

export type ShopView = {
  name: string,
  /** Days a closed order stays whole on every device. */
  window_days: number,
  invites: Array<InviteRow>,
  held: Array<HeldRow>,
  /** How many records were erased for good. */
  erased: number,
  /** This device may change any of it. */
  manages: boolean,
};

export type ShortOrder = {
  row: OrderRow,
  pairs: number,
  /** Pairs it goes without. */
  lacks: number,
  paid: boolean,
};

export type ShortageRow = {
  product: string,
  name: string,
  pool: Pool,
  colour: string,
  size: number,
  on_hand: number,
  reserved: number,
  /** In the sequence in which they are served: who paid first, then who was first. */
  orders: Array<ShortOrder>,
};

export type Standing = "draft" | "checked" | "shipped" | "cancelled" | "cancelled_and_shipped";

export type StartView = {
  pairing: Pairing,
  shop_name: string,
  /** `owner`, `cs`, `finance` or `warehouse`. */
  role: string,
  person: string,
  device_name: string,
  /** First half of every order number made here, such as `B3`. */
  prefix: string,
  /** A stable code such as `invite_used`, `invite_expired`, `update_the_app`; empty when nothing is wrong. */
  problem: string,
};

export type StockCell = {
  pool: Pool,
  /** The place of its colour among the grid's. */
  colour: number,
  size: number,
  /** Pairs on the shelf, those that open orders hold among them. */
  on_hand: number,
  reserved: number,
};

export type StockEntry = {
  id: string,
  what: StockHappening,
  at: number,
  person: string,
  mark: SyncMark,
};

export type StockGrid = {
  product: string,
  name: string,
  retired: boolean,
  /** As the catalogue says them, and then those it says no more of which something is left. */
  colours: Array<string>,
  sizes: Array<number>,
  /** Only what was ever counted or filled. */
  cells: Array<StockCell>,
  /** What was counted, received and moved, latest first. */
  log: Array<StockEntry>,
};

export type StockHappening =
  | { "kind": "counted", pool: Pool, cells: number, apart: Array<PairsOf> }
  | { "kind": "received", pool: Pool, cells: Array<PairsOf> }
  | { "kind": "moved", from: Pool, to: Pool, cells: Array<PairsOf> };

/** A product with the pairs that can still be sold, by pool; nothing where nobody ever counted. */
export type StockProduct = {
  id: string,
  name: string,
  retired: boolean,
  toko: number | null,
  online: number | null,
  /** Cells of which more was sold than there is. */
  short: number,
};

/** What the shop has, and for one product the grid. */
export type StockView = {
  products: Array<StockProduct>,
  /** Cells of which more was sold than there is: of all products, or of the one asked for. */
  shortages: Array<ShortageRow>,
  grid: StockGrid | null,
  /** This role counts, receives and moves. */
  counts: boolean,
};

export type SyncMark = "refused" | "local" | "relay" | "seen";

export type SyncView = {
  badge: BadgeView,
  /** How the last comparison with the relay ended; nothing before the first. */
  proof: ProofView | null,
  /** Documents still to come while this device is being brought up to date. */
  arriving: number | null,
  last_contact: number | null,
  cursor: number,
  head: number,
  records: number,
  unsent: Array<UnsentRow>,
  set_aside: Array<SetAsideRow>,
  devices: Array<DeviceRow>,
};

export type TimelineEntry = {
  id: string,
  what: Happening,
  at: number,
  person: string,
  device_name: string,
  role: string,
  mine: boolean,
  mark: SyncMark,
  /** Device names of the role that needs it next and already has it. */
  seen_by: Array<string>,
  /** A fact from a device that may not state it: shown, and counts for nothing. */
  ignored: boolean,
};

export type TodayView = {
  role: string,
  person: string,
  queues: Array<QueueView>,
  /** The longest-waiting records of my queues. */
  waiting: Array<OrderRow>,
  /** What others hold. */
  others: Array<QueueView>,
};

/** A record with changes only this device has. */
export type UnsentRow = {
  record: string,
  /** `order`, `contact`, `product`. */
  noun: string,
  title: string,
  changes: number,
};

/** The answer to a [`Query`]. */
export type View =
  | { "view": "start" } & StartView
  | { "view": "badge" } & BadgeView
  | { "view": "today" } & TodayView
  | { "view": "orders" } & OrdersView
  | { "view": "order" } & OrderView
  | { "view": "away" } & AwayView
  | { "view": "preview" } & PreviewView
  | { "view": "chat" } & ChatView
  | { "view": "warehouse" } & WarehouseView
  | { "view": "contacts" } & ContactsView
  | { "view": "contact" } & ContactView
  | { "view": "products" } & ProductsView
  | { "view": "product" } & ProductView
  | { "view": "stock" } & StockView
  | { "view": "sync" } & SyncView
  | { "view": "shop" } & ShopView
  | { "view": "missing" };

export type WarehouseView = {
  /** Oldest first. */
  to_ship: Array<OrderRow>,
  /** Latest first, at most twenty. */
  shipped: Array<OrderRow>,
};
