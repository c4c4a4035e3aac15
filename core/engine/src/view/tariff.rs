//! Tariffs on a screen: what shipping costs, tables before and after they are imported, and what it cost in the end.

use serde::Serialize;
use uuid::Uuid;

/// What one service asks. Money is whole rupiah, times are milliseconds since 1970 UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OfferRow {
    pub courier: String,
    pub service: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub fee: i64,
    pub kilograms: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub per_kilogram: i64,
    /// The table has no price for the kecamatan itself.
    pub whole_regency: bool,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub file: String,
}

/// What sending an order costs by the tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShippingFeeView {
    /// The cheapest first.
    pub offers: Vec<OfferRow>,
    /// Which of them is the order's own.
    pub own: Option<u32>,
    /// Why none is: a stable code such as `courier_not_there`, or empty.
    pub why: String,
    /// Whether the fee in the form can be accounted for: `open`, `by_tariff`, `by_reason` or `not`.
    pub accounted: String,
    pub weight_grams: u32,
    /// Pairs nobody has weighed: each was taken for a kilogram.
    pub guessed: u32,
}

/// A row of a table that was not read without a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TableRow {
    /// As a spreadsheet numbers it.
    pub number: u32,
    pub courier: String,
    pub service: String,
    pub regency: String,
    pub district: String,
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub fee: Option<i64>,
    /// Why it is left out: a stable code, or empty.
    pub problem: String,
    /// What is odd about it, though it is taken: a stable code, or empty.
    pub doubt: String,
}

/// What a table would bring for one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TableService {
    pub courier: String,
    pub service: String,
    pub rows: u32,
    /// There is a table for it already.
    pub known: bool,
}

/// A table before it is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TariffTableView {
    /// Why it cannot be read at all: a stable code, or empty.
    pub refused: String,
    pub services: Vec<TableService>,
    /// Rows that are taken, rows that are left out, and how many of those taken are odd.
    pub good: u32,
    pub bad: u32,
    pub odd: u32,
    /// Those that are left out or odd, the first of them.
    pub questions: Vec<TableRow>,
    /// The first that are neither.
    pub sample: Vec<TableRow>,
}

/// What one import brought for one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TariffImportRow {
    pub import: Uuid,
    pub courier: String,
    pub service: String,
    pub file: String,
    pub rows: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
    pub withdrawn: bool,
    /// A later import counts instead.
    pub replaced: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TariffsView {
    pub imports: Vec<TariffImportRow>,
    /// This device may import and withdraw.
    pub manages: bool,
}

/// What shipping with one courier cost in one month beside what buyers were charged for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FeeVarianceRow {
    /// `2026-11`, in the shop's time zone.
    pub month: String,
    /// Its code.
    pub courier: String,
    /// Parcels whose actual fee was written down, and those where it was not.
    pub parcels: u32,
    pub unknown: u32,
    /// Of the former.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub charged: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub actual: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FeeVarianceView {
    /// The latest month first.
    pub rows: Vec<FeeVarianceRow>,
}
