//! Konflik on a screen: what people did apart that cannot both be meant, side by side, and what settles it.

use serde::Serialize;
use tapak_domain::order::Conflict;

use super::happening::TimelineEntry;
use super::order::{FieldConflict, OrderAction, OrderRow};

/// One of the orders in it, with the facts that are in conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConflictSide {
    pub order: OrderRow,
    /// None of an old order of which only the row is here.
    pub facts: Vec<TimelineEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConflictView {
    pub conflict: Conflict,
    /// Which of its kind, to settle it by.
    pub key: String,
    /// What a person has to know: an amount, a reason, an address; empty where the key says it all.
    pub detail: String,
    /// Codes of the roles it belongs to.
    pub owners: Vec<String>,
    /// It is for this device's role to settle.
    pub mine: bool,
    /// Nothing of these orders leaves before it is settled.
    pub holds: bool,
    /// One side, or one for each order that holds the same.
    pub sides: Vec<ConflictSide>,
    /// For a field set apart: its values, to choose by number.
    pub field: Option<FieldConflict>,
    /// What may be chosen for one side, by this role.
    pub choices: Vec<String>,
    /// Other verbs that settle it, which this role may do now to some side.
    pub actions: Vec<OrderAction>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConflictsView {
    pub rows: Vec<ConflictView>,
}
