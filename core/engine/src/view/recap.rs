//! Rekap on a screen: the batches, one batch with every claim, and what would be in the next.

use serde::Serialize;
use tapak_domain::order::{Outcome, Standing};
use uuid::Uuid;

use super::badge::SyncMark;

/// A batch. Times are milliseconds since 1970 UTC, money whole rupiah; what another batch counts is only in `again`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapRow {
    pub id: Uuid,
    /// Up to when the batch before it reached, as far as was known then; none before the first.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub from: Option<i64>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub until: i64,
    /// When it was frozen, and by whom.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
    pub device_name: String,
    pub figures: RecapFigures,
    /// All of it is here; else the rest is on its way.
    pub complete: bool,
    pub mark: SyncMark,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapFigures {
    pub claims: u32,
    /// Claimed before an earlier batch was frozen, and not in it.
    pub late: u32,
    /// Listed here and counted by another batch.
    pub again: u32,
    /// Not verified yet.
    pub waiting: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub received: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub refunded: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapsView {
    pub rows: Vec<RecapRow>,
    /// How many batches there are, beyond this page.
    pub total: u32,
    /// What would be in the next one.
    pub waiting: RecapFigures,
    /// When the latest one reached.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub until: Option<i64>,
    /// This role freezes batches.
    pub freezes: bool,
}

/// One claim: its figures as they were frozen, the rest as it is now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapLine {
    pub claim: Uuid,
    pub order: Uuid,
    pub number: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub claimed_at: i64,
    pub buyer_name: String,
    pub contents: String,
    /// As people call it.
    pub courier: String,
    /// What the order came to when it was claimed.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: i64,
    /// What the buyer says to have paid; 0 where only a proof was sent.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
    pub bank: String,
    pub payer: String,
    /// As the buyer said it.
    pub paid_at: String,
    /// What finance made of it; none before anybody looked.
    pub outcome: Option<Outcome>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub received: i64,
    /// What of that went back to the buyer.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub refunded: i64,
    /// The line of the bank it was found on: its day (`2025-11-24`, empty while it is not posted) and what it says. Both
    /// are empty where there is none, or where no statement here has it.
    pub bank_date: String,
    pub bank_text: String,
    pub cash: bool,
    pub late: bool,
    /// The batch that counts it, if it is another.
    pub counted_in: Option<Uuid>,
    /// Where the order stands; none when it is not on this device.
    pub standing: Option<Standing>,
    /// The order was erased for good: only its figures are left.
    pub erased: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapView {
    pub row: RecapRow,
    /// In the sequence they were claimed in.
    pub lines: Vec<RecapLine>,
}

/// What would be in a batch frozen up to a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NextRecapView {
    pub figures: RecapFigures,
    pub lines: Vec<RecapLine>,
}
