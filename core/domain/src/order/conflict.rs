//! Conflicts by name: what two people did apart that cannot both be meant, whose it is to settle, and how.

use serde::{Deserialize, Serialize};

use crate::policy::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// One tracking number on two orders.
    TrackingNumber,
    /// One line of the bank's statement pays two orders.
    BankLine,
    /// Two buyers were told to transfer the same amount to the same account.
    Nominal,
    /// One picture proves two payments.
    Proof,
    CancelledAndShipped,
    /// The address changed after the label was printed.
    AddressChanged,
    /// Two tracking numbers on one order.
    TwoTrackingNumbers,
    /// Called off, and the money is here.
    CancelledPaid,
    Overpaid,
    /// Two devices set one field apart.
    FieldApart,
    /// CS asks the owner to call off an order that is paid.
    CancelAsked,
    /// More was sold than there is, and this order goes without.
    Shortage,
}

/// A conflict, whose it is, and what may be chosen (nothing where another verb settles it).
type Row = (Conflict, &'static str, &'static [Role], &'static [&'static str]);

const OFFICE: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs];
const FINANCE: &[Role] = &[Role::Finance, Role::Owner];
const HOUSE: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs, Role::Warehouse];
/// This order gives up what another holds too.
const RELEASE: &[&str] = &["release"];
const KEPT: &[&str] = &["kept"];

const ROWS: [Row; 12] = [
    (Conflict::TrackingNumber, "tracking_number", &[Role::Warehouse, Role::Owner], RELEASE),
    (Conflict::BankLine, "bank_line", FINANCE, RELEASE),
    (Conflict::Nominal, "nominal", FINANCE, RELEASE),
    (Conflict::Proof, "proof", FINANCE, RELEASE),
    (Conflict::CancelledAndShipped, "cancelled_and_shipped", OFFICE, &["shipped", "cancelled"]),
    (Conflict::AddressChanged, "address_changed", HOUSE, &["told"]),
    (Conflict::TwoTrackingNumbers, "two_tracking_numbers", HOUSE, &[]),
    (Conflict::CancelledPaid, "cancelled_paid", FINANCE, KEPT),
    (Conflict::Overpaid, "overpaid", FINANCE, KEPT),
    (Conflict::FieldApart, "field_apart", OFFICE, &[]),
    (Conflict::CancelAsked, "cancel_asked", &[Role::Owner], &["refused"]),
    // The buyer waits for the next pair; another pair is a revision, the money back a cancellation.
    (Conflict::Shortage, "shortage", OFFICE, &["wait"]),
];

impl Conflict {
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|(conflict, ..)| *conflict)
    }

    pub fn code(self) -> &'static str {
        self.row().1
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|conflict| conflict.code() == code)
    }

    /// Whose it is to settle. A choice of anybody else counts for nothing.
    pub fn owners(self) -> &'static [Role] {
        self.row().2
    }

    pub fn choices(self) -> &'static [&'static str] {
        self.row().3
    }

    /// Nothing is printed, packed or shipped before it is settled: the money or the wish behind the order is in doubt.
    pub fn holds(self) -> bool {
        matches!(self, Self::BankLine | Self::Nominal | Self::CancelAsked)
    }

    /// It goes when what is apart goes, not when somebody said so.
    pub(super) fn reopens(self) -> bool {
        matches!(self, Self::FieldApart | Self::TwoTrackingNumbers)
    }

    fn row(self) -> &'static Row {
        let at = ROWS.iter().position(|(conflict, ..)| *conflict == self).unwrap_or_default();
        &ROWS[at]
    }
}

/// Something that must belong to one order. Two that hold it are in conflict, wherever and whenever each took it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SharedKey {
    pub conflict: Conflict,
    pub key: String,
}

/// What an open totalan holds: nobody else is to be told that amount on that account.
pub fn nominal_key(account: &str, nominal: i64) -> String {
    format!("{account}:{nominal}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_conflict_has_an_owner_and_a_name_of_its_own() {
        for conflict in Conflict::all() {
            assert_eq!(Conflict::from_code(conflict.code()), Some(conflict));
            assert!(conflict.owners().contains(&Role::Owner));
            let json = serde_json::to_string(&conflict).unwrap();
            assert_eq!(json.trim_matches('"'), conflict.code());
        }
    }
}
