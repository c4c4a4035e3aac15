//! Money on a screen: the total a buyer was told, what came of it, and what finance has to answer.

use serde::Serialize;
use tapak_domain::order::Outcome;
use uuid::Uuid;

use super::order::OrderRow;

/// Times are milliseconds since 1970 UTC, money whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TotalanView {
    pub version: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub subtotal: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub discount: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub shipping_fee: i64,
    pub unique_code: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: i64,
    /// What is to be transferred, to the rupiah.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub nominal: i64,
    pub bank: String,
    pub account: String,
    pub holder: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub deadline: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// The order adds up to something else now: it needs another version.
    pub void: bool,
    /// The message as the buyer gets it; empty when void.
    pub message: String,
    /// Opens WhatsApp with it; empty without a mobile number.
    pub whatsapp: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClaimView {
    pub id: Uuid,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
    pub bank: String,
    pub payer: String,
    /// As the buyer said it.
    pub paid_at: String,
    /// The proof's hash in hex, or empty.
    pub file: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// Who took it.
    pub person: String,
    pub answered: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VerdictView {
    pub id: Uuid,
    pub outcome: Outcome,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
    pub bank_line: String,
    pub cash: bool,
    pub reason: String,
    pub claim: Option<Uuid>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PaymentView {
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub received: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub refunded: i64,
    /// What is still to come, by the latest total.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub due: i64,
    pub claims: Vec<ClaimView>,
    pub verdicts: Vec<VerdictView>,
}

/// A claim finance has to answer, with the order it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClaimRow {
    pub claim: ClaimView,
    pub order: OrderRow,
    /// Where it was to be transferred to; empty when the total no longer holds.
    pub account: String,
    /// Numbers of other orders with the very same proof.
    pub also_on: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClaimsView {
    pub rows: Vec<ClaimRow>,
}
