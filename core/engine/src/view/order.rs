//! Orders on a screen: rows, one order's page with its timeline, and the preview of a form.

use serde::{Deserialize, Serialize};
use tapak_domain::order::{FieldChange, FileKind, OrderDraft, Standing};
use uuid::Uuid;

use super::badge::SyncMark;
use super::stock::LineStock;
use crate::command::RefusalView;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OrderFilter {
    All,
    Draft,
    Checked,
    Shipped,
    Cancelled,
    Conflict,
}

/// One line of a list. Times are milliseconds since 1970 UTC, money whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OrderRow {
    pub id: Uuid,
    pub number: String,
    pub buyer_name: String,
    pub regency: String,
    pub pairs: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: i64,
    pub courier: String,
    pub tracking_number: String,
    pub standing: Standing,
    /// The address in one line and the lines in one line, for the warehouse.
    pub address: String,
    pub contents: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub taken_at: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub updated_at: i64,
    pub mark: SyncMark,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OrdersView {
    pub rows: Vec<OrderRow>,
    /// How many match the filter and the search, beyond this page.
    pub total: u32,
}

/// What happened, in the order of the hybrid clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    Taken { from_chat: bool },
    Revised { changes: Vec<FieldChange> },
    Noted { text: String },
    Shipped { tracking_number: String, courier: String },
    Cancelled { reason: String },
    Attached { file: String, file_kind: FileKind },
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

/// A register two devices set at once: the shown value won, the others are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldConflict {
    pub field: String,
    pub shown: String,
    pub others: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OrderAction {
    Revise,
    Note,
    Ship,
    Cancel,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OrderView {
    pub row: OrderRow,
    /// The form as it stands, to show or to edit.
    pub draft: OrderDraft,
    pub contact: Option<Uuid>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub subtotal: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub shipping_fee: i64,
    /// Stable codes of what is missing before the order counts as checked: `phone`, `address.district`, `lines`, …
    pub missing: Vec<String>,
    pub timeline: Vec<TimelineEntry>,
    pub field_conflicts: Vec<FieldConflict>,
    /// What this device's role may do now, the likeliest next action first.
    pub actions: Vec<OrderAction>,
    /// People who have this order open on other devices.
    pub also_here: Vec<String>,
    /// What was attached, as far as this role may see it.
    pub files: Vec<FileRow>,
    /// What this role may attach.
    pub attachable: Vec<FileKind>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FileRow {
    /// Its hash in hex.
    pub file: String,
    pub file_kind: FileKind,
    /// All of it is on this device; else it can be fetched.
    pub here: bool,
    /// The relay does not have it yet.
    pub waiting: bool,
    /// Numbers of other orders that name the very same file: somebody may have used a proof twice.
    pub also_on: Vec<String>,
}

/// An old order of which only the row is here: the rest is fetched from the relay once somebody looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AwayView {
    pub row: OrderRow,
    /// It can be asked for now; else it comes once the relay is reached.
    pub connected: bool,
}

/// A form while it is typed: what it adds up to, what is wrong and what is still missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PreviewView {
    pub pairs: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: i64,
    pub refusals: Vec<RefusalView>,
    pub missing: Vec<String>,
    /// What is left for each line of the form, in its sequence.
    pub stock: Vec<LineStock>,
}
