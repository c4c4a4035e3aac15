//! Where an order stands, derived from its facts and what is filled in. Never stored as a register.

use serde::{Deserialize, Serialize};

use super::read::Order;
use crate::policy::{Authority, counts};
use crate::record::Noun;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Something is still missing (DRAF).
    Draft,
    /// Everything the warehouse needs is there (DICEK).
    Checked,
    /// A tracking number was stated (DIKIRIM).
    Shipped,
    /// Called off (BATAL).
    Cancelled,
    /// Called off and shipped by devices that did not know of each other; a person must choose.
    CancelledAndShipped,
}

impl Standing {
    pub const ALL: [Self; 5] = [Self::Draft, Self::Checked, Self::Shipped, Self::Cancelled, Self::CancelledAndShipped];

    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Checked => "checked",
            Self::Shipped => "shipped",
            Self::Cancelled => "cancelled",
            Self::CancelledAndShipped => "cancelled_and_shipped",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }

    /// Nothing more is expected of the order's form.
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::Draft | Self::Checked)
    }
}

/// Only facts from devices that may state them count.
pub fn standing(order: &Order, authority: &dyn Authority) -> Standing {
    let happened = |kind| order.record.facts_of(kind).any(|fact| counts(authority, Noun::Order, fact));
    match (happened("shipped"), happened("cancelled")) {
        (true, true) => Standing::CancelledAndShipped,
        (true, false) => Standing::Shipped,
        (false, true) => Standing::Cancelled,
        (false, false) if order.missing().is_empty() => Standing::Checked,
        (false, false) => Standing::Draft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{CS, Shop, WAREHOUSE, complete};

    #[test]
    fn a_complete_order_is_checked_and_a_half_one_is_a_draft() {
        let shop = Shop::default();
        assert_eq!(standing(&shop.taken(&complete()), &shop), Standing::Checked);
        let mut half = complete();
        half.address.district.clear();
        assert_eq!(standing(&shop.taken(&half), &shop), Standing::Draft);
    }

    #[test]
    fn a_cancel_and_a_shipment_that_did_not_know_of_each_other_are_both_kept() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let shipped = shop.shipped(&order, "JNE0001112223334");
        let cancelled = shop.cancelled(&order, "berubah pikiran");
        let both = Shop::merged(&[&shipped, &cancelled]);
        assert_eq!(standing(&both, &shop), Standing::CancelledAndShipped);
        assert_eq!(standing(&Shop::merged(&[&cancelled, &shipped]), &shop), Standing::CancelledAndShipped);
    }

    #[test]
    fn a_shipment_stated_by_cs_counts_for_nothing() {
        let shop = Shop::default();
        let mut order = shop.shipped(&shop.taken(&complete()), "JNE0001112223334");
        assert_eq!(standing(&order, &shop), Standing::Shipped);
        for fact in order.record.facts.iter_mut().filter(|fact| fact.by == WAREHOUSE) {
            fact.by = CS;
        }
        assert_eq!(standing(&order, &shop), Standing::Checked);
    }
}
