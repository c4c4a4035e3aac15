//! An order's history on a screen.

use serde::Serialize;
use tapak_domain::order::{FieldChange, FileKind, Outcome};
use uuid::Uuid;

use super::badge::SyncMark;

/// What happened, in the order of the hybrid clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    Taken {
        from_chat: bool,
    },
    Revised {
        changes: Vec<FieldChange>,
        reason: String,
    },
    Noted {
        text: String,
    },
    Totalled {
        version: u32,
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        total: i64,
        unique_code: u32,
        bank: String,
        account: String,
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        deadline: i64,
    },
    Expired {
        version: u32,
    },
    Claimed {
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        amount: i64,
        bank: String,
        payer: String,
        paid_at: String,
        file: String,
    },
    Verified {
        outcome: Outcome,
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        amount: i64,
        cash: bool,
        bank_line: String,
        reason: String,
    },
    Refunded {
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        amount: i64,
        bank_line: String,
        reason: String,
    },
    Printed {
        copy: u32,
        address: String,
        paper: String,
    },
    Packed {
        how: String,
        lines: Vec<String>,
    },
    Shipped {
        tracking_number: String,
        courier: String,
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        fee: Option<i64>,
        weight_grams: Option<u32>,
    },
    TrackingChosen {
        tracking_number: String,
    },
    TrackingSent {
        tracking_number: String,
    },
    Delivered,
    Closed,
    Returned {
        reason: String,
        wanted: String,
    },
    ReturnReceived,
    Exchanged,
    CancelAsked {
        reason: String,
    },
    Settled {
        conflict: String,
        key: String,
        choice: String,
    },
    Cancelled {
        reason: String,
    },
    Attached {
        file: String,
        file_kind: FileKind,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TimelineEntry {
    pub id: Uuid,
    pub what: Happening,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
    pub device_name: String,
    pub role: String,
    pub mine: bool,
    pub mark: SyncMark,
    /// Device names of the role that needs it next and already has it.
    pub seen_by: Vec<String>,
    /// A fact from a device that may not state it: shown, and counts for nothing.
    pub ignored: bool,
}
