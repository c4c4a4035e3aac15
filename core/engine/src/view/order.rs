//! Orders on a screen: rows, one order's page with its timeline, and the preview of a form.

use serde::{Deserialize, Serialize};
use tapak_domain::order::{FileKind, OrderDraft, Standing};
use uuid::Uuid;

use super::badge::SyncMark;
use super::conflict::ConflictView;
use super::happening::TimelineEntry;
use super::parcel::ParcelView;
use super::payment::{PaymentView, TotalanView};
use super::place::PlaceView;
use super::stock::LineStock;
use crate::command::RefusalView;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OrderFilter {
    All,
    Draft,
    Checked,
    Totalled,
    /// A total whose deadline has passed.
    Overdue,
    Claimed,
    Short,
    Paid,
    /// Nothing is to come any more, wherever the order stands.
    HasPaid,
    Expired,
    Printed,
    Packed,
    Shipped,
    /// Shipped, and the buyer does not know the tracking number.
    Untold,
    Delivered,
    Closed,
    Returned,
    Cancelled,
    /// Called off and shipped.
    Conflict,
    RefundDue,
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
    /// What the buyer is to transfer, by when; 0 while no total holds. Nothing of money on a warehouse's device.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub nominal: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub deadline: Option<i64>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub paid: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub due: i64,
    /// Claims finance has not answered.
    pub claims: u32,
    /// How many labels were printed.
    pub copies: u32,
    /// The buyer was told the tracking number.
    pub told: bool,
    /// A conflict holds it: it is not printed, packed or shipped before that is settled.
    pub held: bool,
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

/// A register two devices set at once: the shown value won, the others are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldConflict {
    /// To settle it by: as `field`, or `lines.<id>.price`.
    pub key: String,
    pub field: String,
    /// Choice 0, and from 1 on the others.
    pub shown: String,
    pub others: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OrderAction {
    Revise,
    Note,
    Total,
    Expire,
    Claim,
    Verify,
    Refund,
    Print,
    Pack,
    Ship,
    ChooseTracking,
    SendTracking,
    Deliver,
    Close,
    Return,
    ReceiveReturn,
    Exchange,
    AskCancel,
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
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub discount: i64,
    /// The latest, void or not. None on a warehouse's device, as with everything of money.
    pub totalan: Option<TotalanView>,
    pub payment: Option<PaymentView>,
    pub parcel: ParcelView,
    /// Conflicts of this order, those with others too.
    pub conflicts: Vec<ConflictView>,
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
    /// What the words of the address mean.
    pub place: PlaceView,
    /// What is left for each line of the form, in its sequence.
    pub stock: Vec<LineStock>,
}
