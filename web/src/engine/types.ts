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

/** Somebody the shop knows already. */
export type AlikeRow = {
  contact: ContactRow,
  likeness: Likeness,
  /** When the latest order was taken, in milliseconds since 1970 UTC. */
  latest: number | null,
};

/** The likeliest first. */
export type AlikeView = {
  rows: Array<AlikeRow>,
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

/** An account buyers transfer to. */
export type BankAccount = {
  bank: string,
  number: string,
  holder: string,
};

/** One line of a statement. */
export type BankLineRow = {
  id: string,
  /** `2025-11-24`, or empty while the bank has not posted it. */
  date: string,
  text: string,
  /** Rupiah; below zero when it left the account. */
  amount: number,
};

export type BankLinesView = {
  rows: Array<ComparedLine>,
  total: number,
};

/** What goes on the box of one thing in the warehouse, so that a packer can scan it. */
export type BoxLabel = {
  name: string,
  colour: string,
  size: string,
  /** What the codes say. */
  code: string,
  qr: CodeView | null,
  bars: CodeView | null,
};

export type BoxLabelsView = {
  /** Every colour of the product in every size. */
  labels: Array<BoxLabel>,
};

/** One cell of the grid as typed; an empty one says nothing. */
export type CellDraft = {
  colour: string,
  size: string,
  count: string,
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

/** The claim as typed. */
export type ClaimDraft = {
  amount: string,
  bank: string,
  /** Whose account it came from: often not the buyer's. */
  payer: string,
  /** As the buyer said it: `jam 20.15`. */
  paid_at: string,
  /** Hash of the proof in hex, or empty. */
  file: string,
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

/** A claim finance has to answer, with the order it is about. */
export type ClaimRow = {
  claim: ClaimView,
  order: OrderRow,
  /** Where it was to be transferred to; empty when the total no longer holds. */
  account: string,
  /** Numbers of other orders with the very same proof. */
  also_on: Array<string>,
};

export type ClaimView = {
  id: string,
  amount: number,
  bank: string,
  payer: string,
  /** As the buyer said it. */
  paid_at: string,
  /** The proof's hash in hex, or empty. */
  file: string,
  at: number,
  /** Who took it. */
  person: string,
  answered: boolean,
};

export type ClaimsView = {
  rows: Array<ClaimRow>,
};

/** A code as one SVG shape in modules, the light around it included: `viewBox="0 0 width height"`. */
export type CodeView = {
  width: number,
  height: number,
  path: string,
};

/** A command of a person at this device. It carries an id so that a retry after a lost answer is done once. */
export type Command =
  | { "command": "take_order", draft: OrderDraft }
  | { "command": "sell_order", draft: OrderDraft, paid_in: string }
  | { "command": "revise_order", id: string, draft: OrderDraft, 
/** Needed for another address once money came or a label is printed; else empty. */
reason: string }
  | { "command": "note_order", id: string, text: string }
  | { "command": "total_order", id: string, account: string, discount: string | null, fee_reason: string | null, address_reason: string | null }
  | { "command": "expire_total", id: string }
  | { "command": "claim_payment", id: string, claim: ClaimDraft }
  | { "command": "verify_payment", id: string, verdict: VerdictDraft }
  | { "command": "refund_payment", id: string, amount: string, reason: string, bank_line: string | null }
  | { "command": "print_label", id: string, paper: Paper }
  | { "command": "pack_order", id: string, by: PackedBy, lines: Array<string> }
  | { "command": "ship_order", id: string, shipment: ShipmentDraft }
  | { "command": "choose_tracking", id: string, tracking_number: string }
  | { "command": "send_tracking", id: string, again: boolean }
  | { "command": "deliver_order", id: string }
  | { "command": "close_order", id: string }
  | { "command": "return_order", id: string, reason: string, wanted: ReturnFor }
  | { "command": "receive_return", id: string }
  | { "command": "exchange_order", id: string }
  | { "command": "ask_cancel", id: string, reason: string }
  | { "command": "cancel_order", id: string, reason: string }
  | { "command": "settle_conflict", id: string, conflict: Conflict, key: string, choice: string }
  | { "command": "attach_file", id: string, file: string, kind: FileKind }
  | { "command": "add_contact", draft: ContactDraft }
  | { "command": "revise_contact", id: string, draft: ContactDraft }
  | { "command": "tell_contacts_apart", id: string, other: string }
  | { "command": "add_product", draft: ProductDraft }
  | { "command": "import_tariffs", courier: string, service: string, file: string, text: string, replace: boolean }
  | { "command": "withdraw_tariffs", import: string }
  | { "command": "revise_product", id: string, draft: ProductDraft }
  | { "command": "photograph_product", id: string, file: string }
  | { "command": "retire_product", id: string }
  | { "command": "restore_product", id: string }
  | { "command": "count_stock", product: string, pool: Pool, cells: Array<CellDraft> }
  | { "command": "receive_stock", product: string, pool: Pool, cells: Array<CellDraft> }
  | { "command": "move_stock", product: string, from: Pool, cells: Array<CellDraft> }
  | { "command": "freeze_recap", until: number | null }
  | { "command": "invite_device", role: string, hours: number }
  | { "command": "make_recovery_code" }
  | { "command": "change_role", device: string, role: string }
  | { "command": "revoke_device", device: string, wipe: boolean }
  | { "command": "rotate_key" }
  | { "command": "set_up", setting: Setting }
  | { "command": "set_window", days: number }
  | { "command": "erase_person", contact: string, reason: string }
  | { "command": "review_change", change: string, accept: boolean }
  | { "command": "import_statement", account: string, text: string, file: string }
  | { "command": "withdraw_statement", import: string };

/** A line of the bank compared with an amount. */
export type ComparedLine = {
  line: BankLineRow,
  /** Exactly the amount, on that account, and it pays nothing yet. */
  fits: boolean,
  /** What the money on it makes of the payment. */
  outcome: PaymentOutcome,
  /** Numbers of the orders it belongs to: more than one only after two devices took it apart. */
  orders: Array<string>,
  /** Numbers of orders paid by another line of that account with the same amount: the bank may have written one twice. */
  alike: Array<string>,
};

export type Conflict = "tracking_number" | "bank_line" | "nominal" | "proof" | "cancelled_and_shipped" | "address_changed" | "two_tracking_numbers" | "cancelled_paid" | "overpaid" | "field_apart" | "cancel_asked" | "shortage";

/** One of the orders in it, with the facts that are in conflict. */
export type ConflictSide = {
  order: OrderRow,
  /** None of an old order of which only the row is here. */
  facts: Array<TimelineEntry>,
};

export type ConflictView = {
  conflict: Conflict,
  /** Which of its kind, to settle it by. */
  key: string,
  /** What a person has to know: an amount, a reason, an address; empty where the key says it all. */
  detail: string,
  /** Codes of the roles it belongs to. */
  owners: Array<string>,
  /** It is for this device's role to settle. */
  mine: boolean,
  /** Nothing of these orders leaves before it is settled. */
  holds: boolean,
  /** One side, or one for each order that holds the same. */
  sides: Array<ConflictSide>,
  /** For a field set apart: its values, to choose by number. */
  field: FieldConflict | null,
  /** What may be chosen for one side, by this role. */
  choices: Array<string>,
  /** Other verbs that settle it, which this role may do now to some side. */
  actions: Array<OrderAction>,
};

export type ConflictsView = {
  rows: Array<ConflictView>,
};

/** The contact form as typed. */
export type ContactDraft = {
  name: string,
  phone: string,
  address: AddressDraft,
  note: string,
  /** Contacts that look like this one and are other people. */
  apart: Array<string>,
};

export type ContactRow = {
  id: string,
  name: string,
  /** As people write it: `0812-3456-7890`. */
  phone: string,
  regency: string,
  orders: number,
  /** Another contact has the same number, and nobody told the two apart. */
  doubled: boolean,
  mark: SyncMark,
};

export type ContactView = {
  row: ContactRow,
  draft: ContactDraft,
  orders: Array<OrderRow>,
  /** Others with the same number. */
  doubles: Array<AlikeRow>,
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

/** What goes into the box: so many of one thing. */
export type DeskLine = {
  id: string,
  /** Such as `Trekker X hitam 39`. */
  what: string,
  quantity: number,
};

/** One order at the desk. */
export type DeskView = {
  row: OrderRow,
  lines: Array<DeskLine>,
  note: string,
  /** A courier's code, without the service. */
  courier_code: string,
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

/** An order that waits for money, with what the buyer says about it. */
export type DueRow = {
  order: OrderRow,
  /** Where it is to be transferred to; empty when the total no longer holds. */
  bank: string,
  account: string,
  /** The claim that waits longest, with its proof; nothing when the buyer has said nothing. */
  claim: ClaimView | null,
  proof: FileRow | null,
  /** Lines of that account that pay nothing yet, with exactly what is due. */
  fits: Array<string>,
};

/** What shipping with one courier cost in one month beside what buyers were charged for it. */
export type FeeVarianceRow = {
  /** `2026-11`, in the shop's time zone. */
  month: string,
  /** Its code. */
  courier: string,
  /** Parcels whose actual fee was written down, and those where it was not. */
  parcels: number,
  unknown: number,
  /** Of the former. */
  charged: number,
  actual: number,
};

export type FeeVarianceView = {
  /** The latest month first. */
  rows: Array<FeeVarianceRow>,
};

/** One field's change as the timeline shows it, both sides as a person reads them. */
export type FieldChange = {
  field: string,
  from: string,
  to: string,
};

/** A register two devices set at once: the shown value won, the others are kept. */
export type FieldConflict = {
  /** To settle it by: as `field`, or `lines.<id>.price`. */
  key: string,
  field: string,
  /** Choice 0, and from 1 on the others. */
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

/** What a file is to its record, which decides who may see it. */
export type FileKind = "payment_proof" | "photo" | "catalogue";

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

export type HandoverParcel = {
  id: string,
  number: string,
  tracking_number: string,
  recipient: string,
  regency: string,
  pairs: number,
  weight_grams: number | null,
};

export type HandoverSheet = {
  /** A courier's code. */
  courier: string,
  /** In the sequence they were shipped in. */
  parcels: Array<HandoverParcel>,
  pairs: number,
};

/** What left today, to be handed over: one sheet for each courier. */
export type HandoverView = {
  shop: string,
  /** Who asks, and so who hands over. */
  person: string,
  couriers: Array<HandoverSheet>,
};

/** What happened, in the order of the hybrid clock. */
export type Happening =
  | { "kind": "taken", from_chat: boolean }
  | { "kind": "revised", changes: Array<FieldChange>, reason: string }
  | { "kind": "noted", text: string }
  | { "kind": "totalled", version: number, total: number, unique_code: number, bank: string, account: string, deadline: number }
  | { "kind": "expired", version: number }
  | { "kind": "claimed", amount: number, bank: string, payer: string, paid_at: string, file: string }
  | { "kind": "verified", outcome: PaymentOutcome, amount: number, cash: boolean, bank_line: string, reason: string }
  | { "kind": "refunded", amount: number, bank_line: string, reason: string }
  | { "kind": "printed", copy: number, address: string, paper: string }
  | { "kind": "packed", how: string, lines: Array<string> }
  | { "kind": "shipped", tracking_number: string, courier: string, fee: number | null, weight_grams: number | null }
  | { "kind": "tracking_chosen", tracking_number: string }
  | { "kind": "tracking_sent", tracking_number: string }
  | { "kind": "delivered" }
  | { "kind": "closed" }
  | { "kind": "returned", reason: string, wanted: string }
  | { "kind": "return_received" }
  | { "kind": "exchanged" }
  | { "kind": "cancel_asked", reason: string }
  | { "kind": "settled", conflict: string, key: string, choice: string }
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

/** One import, however many records it became. */
export type ImportRow = {
  import: string,
  account: string,
  file: string,
  shape: string,
  lines: number,
  imported_at: number,
  /** Who and at which device. */
  person: string,
  device_name: string,
  withdrawn: boolean,
};

/** An invite nobody has used yet. */
export type InviteRow = {
  role: string,
  /** Milliseconds since 1970 UTC. */
  expires: number,
  recovery: boolean,
};

export type LabelParty = {
  name: string,
  /** As it is dialled in the country; empty when it is not to be named. */
  phone: string,
  address: Array<string>,
};

/** An order that may not have a label now. */
export type LabelRefused = {
  id: string,
  /** Empty when the order is not on this device. */
  number: string,
  /** A stable code, as when printing is refused. */
  code: string,
};

/** Times are milliseconds since 1970 UTC. */
export type LabelView = {
  copies: number,
  /** As it was printed last. */
  address: string,
  paper: string,
  at: number,
  /** The parcel goes to another address now. */
  void: boolean,
};

export type LabelsView = {
  /** In the sequence they were asked for. */
  labels: Array<ParcelLabel>,
  refused: Array<LabelRefused>,
};

/** Why two contacts may be one person. */
export type Likeness = "phone" | "name";

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

/** Which lines of the bank. */
export type LineWay = "in" | "out" | "any";

/** What would be in a batch frozen up to a time. */
export type NextRecapView = {
  figures: RecapFigures,
  lines: Array<RecapLine>,
};

/** What one service asks. Money is whole rupiah, times are milliseconds since 1970 UTC. */
export type OfferRow = {
  courier: string,
  service: string,
  fee: number,
  kilograms: number,
  per_kilogram: number,
  /** The table has no price for the kecamatan itself. */
  whole_regency: boolean,
  at: number,
  file: string,
};

export type OrderAction = "revise" | "note" | "total" | "expire" | "claim" | "verify" | "refund" | "print" | "pack" | "ship" | "choose_tracking" | "send_tracking" | "deliver" | "close" | "return" | "receive_return" | "exchange" | "ask_cancel" | "cancel";

export type OrderDraft = {
  contact: string | null,
  /** Contacts that look like the buyer and are other people. */
  apart: Array<string>,
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
  discount: string,
  /** Why the shipping fee is what no tariff says. */
  fee_reason: string,
  /** Why the address is right though no kecamatan of it is known, or not with that postal code. */
  address_reason: string,
  /** Length × width × height of the box in centimetres, when bulk may count as weight. */
  parcel_size: string,
  /** `chat`, `counter` or `site`; empty is a chat. */
  channel: string,
};

export type OrderFilter = "all" | "draft" | "checked" | "totalled" | "overdue" | "claimed" | "short" | "paid" | "has_paid" | "expired" | "printed" | "packed" | "shipped" | "untold" | "delivered" | "closed" | "returned" | "cancelled" | "conflict" | "refund_due";

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
  /** What the buyer is to transfer, by when; 0 while no total holds. Nothing of money on a warehouse's device. */
  nominal: number,
  deadline: number | null,
  paid: number,
  due: number,
  /** Claims finance has not answered. */
  claims: number,
  /** How many labels were printed. */
  copies: number,
  /** The buyer was told the tracking number. */
  told: boolean,
  /** A conflict holds it: it is not printed, packed or shipped before that is settled. */
  held: boolean,
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
  discount: number,
  /** The latest, void or not. None on a warehouse's device, as with everything of money. */
  totalan: TotalanView | null,
  payment: PaymentView | null,
  parcel: ParcelView,
  /** Conflicts of this order, those with others too. */
  conflicts: Array<ConflictView>,
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

/** How it was known what went into the box. */
export type PackedBy = "scan" | "tick";

export type Pairing = "unpaired" | "pairing" | "paired" | "rejected";

export type PairsOf = {
  colour: string,
  size: number,
  pairs: number,
};

/** What the label is printed on. */
export type Paper = "label" | "a6" | "a4";

export type ParcelLabel = {
  id: string,
  number: string,
  /** How many were printed so far; the next one is a reprint if there is any. */
  printed: number,
  recipient: LabelParty,
  landmark: string,
  /** A courier's code, such as `jne`, and the service asked of it. */
  courier: string,
  service: string,
  /** One line of the order each, such as `Trekker X hitam 39 × 1`. */
  contents: Array<string>,
  pairs: number,
  note: string,
  sender: LabelParty,
  /** What the goods cost, in whole rupiah; nothing when the buyer must not see it. */
  value: number | null,
  /** Nothing when a product's weight is not known. */
  weight_grams: number | null,
  /** The order's number with our prefix, so that a scan of it is never taken for a resi. */
  qr: CodeView | null,
  /** The bare number, as a bar code. */
  bars: CodeView | null,
};

export type ParcelView = {
  label: LabelView | null,
  packed: boolean,
  shipments: Array<ShipmentView>,
  tracking: TrackingView | null,
  returned: ReturnView | null,
};

export type PartReading = {
  /** `sole`, `strap`, `stitching`, `insole` or `buckle`. */
  part: string,
  colour: string,
};

/** What finance makes of money that came, or of a claim that it did. */
export type PaymentOutcome = "paid" | "short" | "over" | "rejected";

export type PaymentView = {
  received: number,
  refunded: number,
  /** What is still to come, by the latest total. */
  due: number,
  claims: Array<ClaimView>,
  verdicts: Array<VerdictView>,
};

export type PlaceRow = {
  /** The ministry's code, such as `34.04.07`. */
  code: string,
  district: string,
  /** `Kab. Sleman`. */
  regency: string,
  province: string,
  postal_codes: Array<string>,
};

/** What the words of an address mean. Nothing is doubted before a kecamatan was written. */
export type PlaceView = {
  /** The kecamatan that is meant, if it is known. */
  known: PlaceRow | null,
  /** A stable code such as `district_unknown`, or empty. */
  doubt: string,
  /** What may be meant instead, the likeliest first. */
  near: Array<PlaceRow>,
};

export type PlacesView = {
  rows: Array<PlaceRow>,
  /** Which state of the data it is; empty while the kecamatan are not here. */
  version: string,
};

/** Where pairs lie: in the shop's own shelves, or set aside for who orders from afar. */
export type Pool = "toko" | "online";

/** What would come of a file. Nothing is saved by looking. */
export type PreviewStatementView = {
  /** Why nothing would be imported; empty when something would. */
  refusals: Array<RefusalView>,
  /** `bca_personal`, `bca_business`, `mandiri`, `generic`; empty when it could not be read. */
  shape: string,
  /** As the file says it, or empty. */
  account: string,
  /** The first and the last day in it, or empty. */
  from: string,
  to: string,
  /** Lines that are not here yet, with how much of them came in; and lines that are. */
  fresh: number,
  credits: number,
  credited: number,
  known: number,
  /** The first of the new lines. */
  lines: Array<BankLineRow>,
  /** The first of the rows that are not imported, and how many there are. */
  problems: Array<ProblemRow>,
  problem_count: number,
};

/** A form while it is typed: what it adds up to, what is wrong and what is still missing. */
export type PreviewView = {
  pairs: number,
  total: number,
  refusals: Array<RefusalView>,
  missing: Array<string>,
  /** What the words of the address mean. */
  place: PlaceView,
  /** What is left for each line of the form, in its sequence. */
  stock: Array<LineStock>,
};

/** From when on a pair cost so much. */
export type PriceRow = {
  price: number,
  at: number,
  person: string,
};

/** A row of the file that is not imported, and why. */
export type ProblemRow = {
  /** As a spreadsheet numbers it, from 1. */
  row: number,
  /** A stable code such as `statement.date_unreadable`. */
  code: string,
  /** What stands there. */
  text: string,
};

export type ProductAction = "revise" | "photograph" | "price" | "retire" | "restore";

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
  /** What it looks like. */
  picture: FileRow | null,
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
  | { "view": "desk", id: string }
  | { "view": "scan", text: string, order: string | null }
  | { "view": "labels", ids: Array<string> }
  | { "view": "box_labels", product: string }
  | { "view": "handover" }
  | { "view": "claims" }
  | { "view": "conflicts" }
  | { "view": "contacts", search: string, offset: number, limit: number }
  | { "view": "contact", id: string }
  | { "view": "alike", name: string, phone: string, district: string, apart: Array<string> }
  | { "view": "products" }
  | { "view": "places", text: string, regency: string }
  | { "view": "shipping_fee", draft: OrderDraft }
  | { "view": "tariff_table", courier: string, service: string, text: string }
  | { "view": "tariffs" }
  | { "view": "fee_variance" }
  | { "view": "product", id: string }
  | { "view": "stock", product: string | null }
  | { "view": "recaps", offset: number, limit: number }
  | { "view": "recap", id: string }
  | { "view": "next_recap", until: number | null }
  | { "view": "sync" }
  | { "view": "shop" }
  | { "view": "preview_statement", account: string, text: string }
  | { "view": "statements" }
  | { "view": "verification", search: string }
  | { "view": "bank_lines", amount: number, account: string, way: LineWay, search: string };

/** Something to ask the buyer. */
export type QuestionView = {
  /** The path of a field, such as `address.regency`. */
  about: string,
  /** The answers to choose from, where there are some. */
  options: Array<string>,
};

export type QueueView = {
  /** A stable code: `to_complete`, `to_total`, `overdue`, `short`, `to_verify`, `refund_due`, `to_print`, `to_pack`,
   * `to_ship`, `to_tell`, `returned`, `conflict`, `shipped_today`, `refused`. */
  key: string,
  count: number,
  /** When the oldest in it came in; milliseconds since 1970 UTC. */
  oldest: number | null,
  /** It is this role's turn. */
  mine: boolean,
};

export type RecapFigures = {
  claims: number,
  /** Claimed before an earlier batch was frozen, and not in it. */
  late: number,
  /** Listed here and counted by another batch. */
  again: number,
  /** Not verified yet. */
  waiting: number,
  total: number,
  amount: number,
  received: number,
  refunded: number,
};

/** One claim: its figures as they were frozen, the rest as it is now. */
export type RecapLine = {
  claim: string,
  order: string,
  number: string,
  claimed_at: number,
  buyer_name: string,
  contents: string,
  /** As people call it. */
  courier: string,
  /** What the order came to when it was claimed. */
  total: number,
  /** What the buyer says to have paid; 0 where only a proof was sent. */
  amount: number,
  bank: string,
  payer: string,
  /** As the buyer said it. */
  paid_at: string,
  /** What finance made of it; none before anybody looked. */
  outcome: PaymentOutcome | null,
  received: number,
  /** What of that went back to the buyer. */
  refunded: number,
  /** The line of the bank it was found on: its day (`2025-11-24`, empty while it is not posted) and what it says. Both
   * are empty where there is none, or where no statement here has it. */
  bank_date: string,
  bank_text: string,
  cash: boolean,
  late: boolean,
  /** The batch that counts it, if it is another. */
  counted_in: string | null,
  /** Where the order stands; none when it is not on this device. */
  standing: Standing | null,
  /** The order was erased for good: only its figures are left. */
  erased: boolean,
};

/** A batch. Times are milliseconds since 1970 UTC, money whole rupiah; what another batch counts is only in `again`. */
export type RecapRow = {
  id: string,
  /** Up to when the batch before it reached, as far as was known then; none before the first. */
  from: number | null,
  until: number,
  /** When it was frozen, and by whom. */
  at: number,
  person: string,
  device_name: string,
  figures: RecapFigures,
  /** All of it is here; else the rest is on its way. */
  complete: boolean,
  mark: SyncMark,
};

export type RecapView = {
  row: RecapRow,
  /** In the sequence they were claimed in. */
  lines: Array<RecapLine>,
};

export type RecapsView = {
  rows: Array<RecapRow>,
  /** How many batches there are, beyond this page. */
  total: number,
  /** What would be in the next one. */
  waiting: RecapFigures,
  /** When the latest one reached. */
  until: number | null,
  /** This role freezes batches. */
  freezes: boolean,
};

/** Money of a buyer that has to go back. */
export type RefundRow = {
  order: OrderRow,
  /** `overpaid` or `cancelled_paid`. */
  why: string,
  /** Rupiah. */
  amount: number,
};

/** A refusal at the border: a stable code, and the field of the draft it is about (`lines.0.size`), or nothing. */
export type RefusalView = {
  code: string,
  field: string,
};

/** What the buyer wants for it. */
export type ReturnFor = "exchange" | "refund";

export type ReturnView = {
  reason: string,
  /** `exchange` or `refund`. */
  wanted: string,
  received: boolean,
  exchanged: boolean,
};

export type SaidRow =
  | { "said": "happened", what: Happening }
  | { "said": "stated", kind: string }
  | { "said": "filled", field: string, value: string }
  | { "said": "plain", text: string };

/** What was scanned or typed at the desk. */
export type ScanView = {
  what: Scanned,
};

export type Scanned =
  | { "is": "nothing" }
  | { "is": "order", row: OrderRow }
  | { "is": "unknown_order", number: string }
  | { "is": "item", line: string }
  | { "is": "other_item", code: string }
  | { "is": "tracking_number", 
/** As it is kept: in capitals, without spaces. */
number: string, 
/** Couriers whose numbers look like this, if the order in hand goes with another: a warning, not a refusal. */
looks_like: Array<string>, 
/** The number of an order that has it already, or empty. */
used_by: string }
  | { "is": "unreadable", code: string };

/** A stretch of the pasted text; the stretches together are the whole text. */
export type SegmentView = {
  text: string,
  /** A field as in [`FieldReading`] without its number, or empty for plain text. */
  field: string,
};

/** Who sends a parcel that goes out in nobody else's name. */
export type Sender = {
  name: string,
  phone: string,
  address: string,
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

/** One thing the owner sets. What was said of it before no longer counts. */
export type Setting =
  | { "what": "accounts", "value": Array<BankAccount> }
  | { "what": "sender", "value": Sender }
  | { "what": "totalan_template", "value": string }
  | { "what": "tracking_template", "value": string }
  | { "what": "tracking_links", "value": { [key in string]: string } }
  | { "what": "deadline_hours", "value": number };

/** What buyers and parcels are told in the shop's name. */
export type SettingsView = {
  accounts: Array<BankAccount>,
  sender: Sender,
  totalan_template: string,
  tracking_template: string,
  /** By courier's code; the others follow the common one. */
  tracking_links: { [key in string]: string },
  deadline_hours: number,
};

/** What is said when the parcel is handed over, as scanned and typed. */
export type ShipmentDraft = {
  tracking_number: string,
  /** What the courier took for it; empty when nobody knows yet. */
  fee: string,
  weight_grams: string,
};

export type ShipmentView = {
  tracking_number: string,
  /** A courier's code. */
  courier: string,
  fee: number | null,
  weight_grams: number | null,
  at: number,
  person: string,
};

/** What sending an order costs by the tables. */
export type ShippingFeeView = {
  /** The cheapest first. */
  offers: Array<OfferRow>,
  /** Which of them is the order's own. */
  own: number | null,
  /** Why none is: a stable code such as `courier_not_there`, or empty. */
  why: string,
  /** Whether the fee in the form can be accounted for: `open`, `by_tariff`, `by_reason` or `not`. */
  accounted: string,
  weight_grams: number,
  /** Pairs nobody has weighed: each was taken for a kilogram. */
  guessed: number,
};

export type ShopView = {
  name: string,
  /** Days a closed order stays whole on every device. */
  window_days: number,
  settings: SettingsView,
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
  /** The buyer was asked and waits for the next pair. */
  waits: boolean,
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

export type Standing = "draft" | "checked" | "totalled" | "claimed" | "short" | "paid" | "expired" | "printed" | "packed" | "shipped" | "delivered" | "closed" | "returned" | "cancelled" | "cancelled_and_shipped";

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

export type StatementsView = {
  /** Newest first. */
  imports: Array<ImportRow>,
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

/** A row of a table that was not read without a question. */
export type TableRow = {
  /** As a spreadsheet numbers it. */
  number: number,
  courier: string,
  service: string,
  regency: string,
  district: string,
  fee: number | null,
  /** Why it is left out: a stable code, or empty. */
  problem: string,
  /** What is odd about it, though it is taken: a stable code, or empty. */
  doubt: string,
};

/** What a table would bring for one service. */
export type TableService = {
  courier: string,
  service: string,
  rows: number,
  /** There is a table for it already. */
  known: boolean,
};

/** What one import brought for one service. */
export type TariffImportRow = {
  import: string,
  courier: string,
  service: string,
  file: string,
  rows: number,
  at: number,
  person: string,
  withdrawn: boolean,
  /** A later import counts instead. */
  replaced: boolean,
};

/** A table before it is imported. */
export type TariffTableView = {
  /** Why it cannot be read at all: a stable code, or empty. */
  refused: string,
  services: Array<TableService>,
  /** Rows that are taken, rows that are left out, and how many of those taken are odd. */
  good: number,
  bad: number,
  odd: number,
  /** Those that are left out or odd, the first of them. */
  questions: Array<TableRow>,
  /** The first that are neither. */
  sample: Array<TableRow>,
};

export type TariffsView = {
  imports: Array<TariffImportRow>,
  /** This device may import and withdraw. */
  manages: boolean,
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

/** Times are milliseconds since 1970 UTC, money whole rupiah. */
export type TotalanView = {
  version: number,
  subtotal: number,
  discount: number,
  shipping_fee: number,
  unique_code: number,
  total: number,
  /** What is to be transferred, to the rupiah. */
  nominal: number,
  bank: string,
  account: string,
  holder: string,
  deadline: number,
  at: number,
  /** The order adds up to something else now: it needs another version. */
  void: boolean,
  /** The message as the buyer gets it; empty when void. */
  message: string,
  /** Opens WhatsApp with it; empty without a mobile number. */
  whatsapp: string,
};

/** What the buyer is to be told. */
export type TrackingView = {
  tracking_number: string,
  /** It was told before. */
  told: boolean,
  message: string,
  /** Opens WhatsApp with it; empty without a mobile number. */
  whatsapp: string,
};

/** A record with changes only this device has. */
export type UnsentRow = {
  record: string,
  /** `order`, `contact`, `product`. */
  noun: string,
  title: string,
  changes: number,
};

/** What finance says, as typed. */
export type VerdictDraft = {
  outcome: PaymentOutcome,
  amount: string,
  /** The line of the bank's statement it was found on; none for cash. */
  bank_line: string | null,
  cash: boolean,
  reason: string,
  /** The claim this answers; none for money nobody claimed. */
  claim: string | null,
};

export type VerdictView = {
  id: string,
  outcome: PaymentOutcome,
  amount: number,
  bank_line: string,
  cash: boolean,
  reason: string,
  claim: string | null,
  at: number,
  person: string,
};

export type VerificationView = {
  /** Claims first, the longest waiting first; then money that came and nobody claimed. With a search, all that wait. */
  due: Array<DueRow>,
  /** Claims nobody has answered. */
  waiting: number,
  refunds: Array<RefundRow>,
  /** Paid by a line whose import was withdrawn since. */
  unbacked: Array<OrderRow>,
  imports: Array<ImportRow>,
  accounts: Array<BankAccount>,
  /** This role may say what was paid. */
  verifies: boolean,
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
  | { "view": "desk" } & DeskView
  | { "view": "scan" } & ScanView
  | { "view": "labels" } & LabelsView
  | { "view": "box_labels" } & BoxLabelsView
  | { "view": "handover" } & HandoverView
  | { "view": "claims" } & ClaimsView
  | { "view": "conflicts" } & ConflictsView
  | { "view": "contacts" } & ContactsView
  | { "view": "contact" } & ContactView
  | { "view": "alike" } & AlikeView
  | { "view": "products" } & ProductsView
  | { "view": "places" } & PlacesView
  | { "view": "shipping_fee" } & ShippingFeeView
  | { "view": "tariff_table" } & TariffTableView
  | { "view": "tariffs" } & TariffsView
  | { "view": "fee_variance" } & FeeVarianceView
  | { "view": "product" } & ProductView
  | { "view": "stock" } & StockView
  | { "view": "recaps" } & RecapsView
  | { "view": "recap" } & RecapView
  | { "view": "next_recap" } & NextRecapView
  | { "view": "sync" } & SyncView
  | { "view": "shop" } & ShopView
  | { "view": "preview_statement" } & PreviewStatementView
  | { "view": "statements" } & StatementsView
  | { "view": "verification" } & VerificationView
  | { "view": "bank_lines" } & BankLinesView
  | { "view": "missing" };

/** The queues, oldest first. */
export type WarehouseView = {
  to_print: Array<OrderRow>,
  to_pack: Array<OrderRow>,
  to_ship: Array<OrderRow>,
  /** Latest first, at most twenty. */
  shipped: Array<OrderRow>,
};
