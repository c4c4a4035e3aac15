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

/** One order of a message that holds several. */
export type ChatOrder = {
  kind: string,
  fields: Array<FieldReading>,
  /** Its source is only its own part of the message: other buyers' addresses are not its business. */
  draft: OrderDraft,
  missing: Array<string>,
  questions: Array<QuestionView>,
};

export type ChatView = {
  /** `order`, `dropship`, `custom`, `claim`, `change`, `cancel`, `complaint`, `question` or `unclear`. */
  kind: string,
  /** As in [`FieldReading`]. */
  kind_confidence: string,
  segments: Array<SegmentView>,
  fields: Array<FieldReading>,
  /** Ready to be shown in the form; nothing is saved by reading. Of several orders it is the first. */
  draft: OrderDraft,
  missing: Array<string>,
  questions: Array<QuestionView>,
  /** The number of the order the message is about, such as `B3-0142`, or empty. */
  order_number: string,
  /** The fields that shall be otherwise in that order. */
  changes: Array<string>,
  claim: ClaimReading | null,
  custom: CustomReading | null,
  /** When it is needed, as it was said. */
  deadline: string,
  /** `wib`, `wita` or `wit` where the parcel goes, or empty. */
  time_zone: string,
  /** All orders of the message, when it holds more than one. */
  orders: Array<ChatOrder>,
};

/** What the buyer says of a payment, as it would be typed. Empty was not said. */
export type ClaimReading = {
  /** Rupiah. */
  amount: string,
  bank: string,
  payer: string,
  /** As it was said: `jam 20.15`. */
  paid_at: string,
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

/** A sandal the catalogue does not have. Empty was not said. */
export type CustomReading = {
  parts: Array<PartReading>,
  left: string,
  right: string,
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
  /** `buyer_name`, `phone`, `address`, `lines`, `courier`, `note`, `sender_name`, `sender_phone`, `hide_price`,
   * `order_number`, `amount`, `bank`, `payer`, `paid_at`, `parts`, `sizes` or `deadline`; what there may be more of is
   * numbered: `lines.0`. */
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

export type PartReading = {
  /** `sole`, `strap`, `stitching`, `insole` or `buckle`. */
  part: string,
  colour: string,
};

/** A form while it is typed: what it adds up to, what is wrong and what is still missing. */
export type PreviewView = {
  pairs: number,
  total: number,
  refusals: Array<RefusalView>,
  missing: Array<string>,
};

/** The product form as typed. */
export type ProductDraft = {
  name: string,
  colours: Array<string>,
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
  | { "view": "preview", draft: OrderDraft }
  | { "view": "chat", text: string }
  | { "view": "warehouse", search: string }
  | { "view": "contacts", search: string, offset: number, limit: number }
  | { "view": "contact", id: string }
  | { "view": "products" }
  | { "view": "sync" }
  | { "view": "shop" };

/** Something to ask the buyer. */
export type QuestionView = {
  /** The path of a field, such as `address.regency`. */
  about: string,
  /** The answers to choose from, where there are some. */
  options: Array<string>,
};

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
  /** A field as in [`FieldReading`] without its number, or empty for plain text. */
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
  | { "view": "sync" } & SyncView
  | { "view": "shop" } & ShopView
  | { "view": "missing" };

export type WarehouseView = {
  /** Oldest first. */
  to_ship: Array<OrderRow>,
  /** Latest first, at most twenty. */
  shipped: Array<OrderRow>,
};
