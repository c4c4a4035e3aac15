//! Verifikasi: what buyers say they paid beside what is on the account.

use serde::{Deserialize, Serialize};
use tapak_domain::order::Outcome;
use tapak_domain::shop::BankAccount;
use uuid::Uuid;

use super::order::{FileRow, OrderRow};
use super::payment::ClaimView;
use super::statement::{BankLineRow, ImportRow};

/// An order that waits for money, with what the buyer says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DueRow {
    pub order: OrderRow,
    /// Where it is to be transferred to; empty when the total no longer holds.
    pub bank: String,
    pub account: String,
    /// The claim that waits longest, with its proof; nothing when the buyer has said nothing.
    pub claim: Option<ClaimView>,
    pub proof: Option<FileRow>,
    /// Lines of that account that pay nothing yet, with exactly what is due.
    pub fits: Vec<Uuid>,
}

/// Money of a buyer that has to go back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RefundRow {
    pub order: OrderRow,
    /// `overpaid` or `cancelled_paid`.
    pub why: String,
    /// Rupiah.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VerificationView {
    /// Claims first, the longest waiting first; then money that came and nobody claimed. With a search, all that wait.
    pub due: Vec<DueRow>,
    /// Claims nobody has answered.
    pub waiting: u32,
    pub refunds: Vec<RefundRow>,
    /// Paid by a line whose import was withdrawn since.
    pub unbacked: Vec<OrderRow>,
    pub imports: Vec<ImportRow>,
    pub accounts: Vec<BankAccount>,
    /// This role may say what was paid.
    pub verifies: bool,
}

/// Which lines of the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LineWay {
    /// Money that came and pays nothing yet.
    In,
    /// Money that left and belongs to no order yet.
    Out,
    /// All of them, the newest first.
    Any,
}

/// A line of the bank compared with an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ComparedLine {
    pub line: BankLineRow,
    /// Exactly the amount, on that account, and it pays nothing yet.
    pub fits: bool,
    /// What the money on it makes of the payment.
    pub outcome: Outcome,
    /// Numbers of the orders it belongs to: more than one only after two devices took it apart.
    pub orders: Vec<String>,
    /// Numbers of orders paid by another line of that account with the same amount: the bank may have written one twice.
    pub alike: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BankLinesView {
    pub rows: Vec<ComparedLine>,
    pub total: u32,
}
