//! Hari ini: what waits for me, and what waits for others.

use serde::Serialize;

use super::order::OrderRow;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct QueueView {
    /// A stable code: `to_complete`, `to_total`, `overdue`, `short`, `to_verify`, `refund_due`, `to_print`, `to_pack`,
    /// `to_ship`, `to_tell`, `returned`, `conflict`, `shipped_today`, `refused`.
    pub key: String,
    pub count: u32,
    /// When the oldest in it came in; milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub oldest: Option<i64>,
    /// It is this role's turn.
    pub mine: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TodayView {
    pub role: String,
    pub person: String,
    pub queues: Vec<QueueView>,
    /// The longest-waiting records of my queues.
    pub waiting: Vec<OrderRow>,
    /// What others hold.
    pub others: Vec<QueueView>,
}
