//! What a person can ask the engine to do, and how it answers. Plain data in the screen's words.

use serde::{Deserialize, Serialize};
use tapak_domain::contact::ContactDraft;
use tapak_domain::order::{
    ClaimDraft, Conflict, FileKind, OrderDraft, PackedBy, Paper, ReturnFor, ShipmentDraft, VerdictDraft,
};
use tapak_domain::product::ProductDraft;
use tapak_domain::shop::Setting;
use tapak_domain::stock::{CellDraft, Pool};
use uuid::Uuid;

/// A command of a person at this device. It carries an id so that a retry after a lost answer is done once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    TakeOrder {
        draft: OrderDraft,
    },
    /// Over the counter, paid in cash and handed over. `paid_in` is what cash is called where finance reads it.
    SellOrder {
        draft: OrderDraft,
        paid_in: String,
    },
    ReviseOrder {
        id: Uuid,
        draft: OrderDraft,
        /// Needed for another address once money came or a label is printed; else empty.
        #[serde(default)]
        reason: String,
    },
    NoteOrder {
        id: Uuid,
        text: String,
    },
    /// The buyer is told what to transfer. `account` is a number, or empty for the shop's first; a discount and reasons for
    /// the fee and the address that are not given stay as they are.
    TotalOrder {
        id: Uuid,
        account: String,
        discount: Option<String>,
        fee_reason: Option<String>,
        #[serde(default)]
        address_reason: Option<String>,
    },
    /// The deadline has passed and nothing was heard.
    ExpireTotal {
        id: Uuid,
    },
    ClaimPayment {
        id: Uuid,
        claim: ClaimDraft,
    },
    VerifyPayment {
        id: Uuid,
        verdict: VerdictDraft,
    },
    /// `bank_line` is the line of the statement that shows it going out, once there is one.
    RefundPayment {
        id: Uuid,
        amount: String,
        reason: String,
        bank_line: Option<Uuid>,
    },
    PrintLabel {
        id: Uuid,
        paper: Paper,
    },
    /// `lines` are the ids of those that are in the box.
    PackOrder {
        id: Uuid,
        by: PackedBy,
        lines: Vec<Uuid>,
    },
    ShipOrder {
        id: Uuid,
        shipment: ShipmentDraft,
    },
    ChooseTracking {
        id: Uuid,
        tracking_number: String,
    },
    /// The buyer is told the tracking number; `again` by who knows that it was told before.
    SendTracking {
        id: Uuid,
        again: bool,
    },
    DeliverOrder {
        id: Uuid,
    },
    CloseOrder {
        id: Uuid,
    },
    ReturnOrder {
        id: Uuid,
        reason: String,
        wanted: ReturnFor,
    },
    ReceiveReturn {
        id: Uuid,
    },
    ExchangeOrder {
        id: Uuid,
    },
    AskCancel {
        id: Uuid,
        reason: String,
    },
    CancelOrder {
        id: Uuid,
        reason: String,
    },
    /// `key` and `choice` as the conflict's row names them.
    SettleConflict {
        id: Uuid,
        conflict: Conflict,
        key: String,
        choice: String,
    },
    /// A file this device keeps, named by its hash in hex.
    AttachFile {
        id: Uuid,
        file: String,
        kind: FileKind,
    },
    AddContact {
        draft: ContactDraft,
    },
    ReviseContact {
        id: Uuid,
        draft: ContactDraft,
    },
    /// They look like one person and are two.
    TellContactsApart {
        id: Uuid,
        other: Uuid,
    },
    AddProduct {
        draft: ProductDraft,
    },
    /// A courier's table, as CSV. Its courier and service are those of rows that name none themselves; with `replace`,
    /// earlier tables of the same services count no more.
    ImportTariffs {
        courier: String,
        service: String,
        file: String,
        text: String,
        replace: bool,
    },
    /// The whole import, all its services.
    WithdrawTariffs {
        import: Uuid,
    },
    ReviseProduct {
        id: Uuid,
        draft: ProductDraft,
    },
    /// What it looks like: a file this device keeps, named by its hash in hex.
    PhotographProduct {
        id: Uuid,
        file: String,
    },
    /// It is offered no more.
    RetireProduct {
        id: Uuid,
    },
    RestoreProduct {
        id: Uuid,
    },
    /// Opname: what lies in the pool now, cell by cell. An empty cell was not counted.
    CountStock {
        product: Uuid,
        pool: Pool,
        cells: Vec<CellDraft>,
    },
    ReceiveStock {
        product: Uuid,
        pool: Pool,
        cells: Vec<CellDraft>,
    },
    /// To the other pool.
    MoveStock {
        product: Uuid,
        from: Pool,
        cells: Vec<CellDraft>,
    },
    /// Every claim that no batch has, up to a time in milliseconds since 1970 UTC, or up to now.
    FreezeRecap {
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        until: Option<u64>,
    },
    /// The owner's: a code for one device. `hours` until it expires.
    InviteDevice {
        role: String,
        hours: u32,
    },
    /// The owner's: a code to print and lock away, for the day the owner's phone is lost.
    MakeRecoveryCode,
    ChangeRole {
        device: Uuid,
        role: String,
    },
    RevokeDevice {
        device: Uuid,
        wipe: bool,
    },
    /// The owner's device signs with another key from now on.
    RotateKey,
    /// The owner's: accounts, sender, templates, deadline.
    SetUp {
        setting: Setting,
    },
    /// How many days a closed order stays whole on every device.
    SetWindow {
        days: u32,
    },
    /// The contact and all its orders go from every device for good.
    ErasePerson {
        contact: Uuid,
        reason: String,
    },
    /// What a revoked device still handed in: taken in, or left out.
    ReviewChange {
        change: String,
        accept: bool,
    },
    /// What of a bank's file is new here; `file` is its name. The record answered is the import.
    ImportStatement {
        account: String,
        text: String,
        file: String,
    },
    /// A whole import, however many records it became.
    WithdrawStatement {
        import: Uuid,
    },
}

/// A refusal at the border: a stable code, and the field of the draft it is about (`lines.0.size`), or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RefusalView {
    pub code: String,
    pub field: String,
}

/// How a command ended. `Done` is said only after the change is on this device's disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    Done {
        record: Uuid,
    },
    /// Done, and here is the code, which is kept nowhere.
    Code {
        code: String,
    },
    Refused {
        refusals: Vec<RefusalView>,
    },
    /// The disk or the database said no; nothing was changed and the command may be repeated.
    Fault {
        code: String,
    },
}
