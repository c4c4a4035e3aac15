//! What a person can ask the engine to do, and how it answers. Plain data in the screen's words.

use serde::{Deserialize, Serialize};
use tapak_domain::order::{FileKind, OrderDraft};
use tapak_domain::{contact::ContactDraft, product::ProductDraft};
use uuid::Uuid;

/// A command of a person at this device. It carries an id so that a retry after a lost answer is done once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    TakeOrder {
        draft: OrderDraft,
    },
    ReviseOrder {
        id: Uuid,
        draft: OrderDraft,
    },
    NoteOrder {
        id: Uuid,
        text: String,
    },
    ShipOrder {
        id: Uuid,
        tracking_number: String,
    },
    CancelOrder {
        id: Uuid,
        reason: String,
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
    AddProduct {
        draft: ProductDraft,
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
