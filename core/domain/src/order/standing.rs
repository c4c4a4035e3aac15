//! Where an order stands: one word for its whole course. Derived, never stored as a register.

use serde::{Deserialize, Serialize};

use super::course::Course;
use super::read::Order;
use crate::policy::Authority;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Something is still missing (DRAF).
    Draft,
    /// Address, lines, courier and fee are there; the buyer was told no total that still holds (DICEK).
    Checked,
    /// The buyer was told what to transfer, and by when (TOTALAN).
    Totalled,
    /// The buyer says it was transferred (KLAIM).
    Claimed,
    /// Some of it has come (KURANG).
    Short,
    /// All of it has come, or more (LUNAS, LEBIH).
    Paid,
    /// The deadline has passed, and nothing was said of a transfer (KEDALUWARSA).
    Expired,
    /// A label with today's address is printed (DICETAK).
    Printed,
    /// What was ordered is in the box (DIKEMAS).
    Packed,
    /// A tracking number was stated (DIKIRIM).
    Shipped,
    /// With the buyer (TERKIRIM).
    Delivered,
    /// Nothing more is expected (SELESAI).
    Closed,
    /// On its way back, or back (RETUR).
    Returned,
    /// Called off (BATAL).
    Cancelled,
    /// Called off and shipped by devices that did not know of each other; a person must choose.
    CancelledAndShipped,
}

impl Standing {
    pub const ALL: [Self; 15] = [
        Self::Draft,
        Self::Checked,
        Self::Totalled,
        Self::Claimed,
        Self::Short,
        Self::Paid,
        Self::Expired,
        Self::Printed,
        Self::Packed,
        Self::Shipped,
        Self::Delivered,
        Self::Closed,
        Self::Returned,
        Self::Cancelled,
        Self::CancelledAndShipped,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Checked => "checked",
            Self::Totalled => "totalled",
            Self::Claimed => "claimed",
            Self::Short => "short",
            Self::Paid => "paid",
            Self::Expired => "expired",
            Self::Printed => "printed",
            Self::Packed => "packed",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Closed => "closed",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
            Self::CancelledAndShipped => "cancelled_and_shipped",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }

    /// Nothing more is expected of the order's form.
    pub fn is_closed(self) -> bool {
        matches!(self.stage(), Stage::Left | Stage::Cancelled)
    }

    pub fn stage(self) -> Stage {
        match self {
            Self::Draft | Self::Checked | Self::Totalled | Self::Claimed | Self::Short | Self::Expired => Stage::Unpaid,
            Self::Paid => Stage::Paid,
            Self::Printed => Stage::Printed,
            Self::Packed => Stage::Packed,
            Self::Shipped | Self::Delivered | Self::Closed | Self::Returned => Stage::Left,
            Self::Cancelled | Self::CancelledAndShipped => Stage::Cancelled,
        }
    }
}

/// What of its course matters to most verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Unpaid,
    Paid,
    Printed,
    Packed,
    Left,
    Cancelled,
}

/// Only facts from devices that may state them count.
pub fn standing(order: &Order, authority: &dyn Authority) -> Standing {
    Course::of(order, authority).standing
}

#[cfg(test)]
mod tests {
    use super::Standing::{Checked, Claimed, Closed, Delivered, Packed, Paid, Printed, Shipped, Totalled};
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
    fn an_order_goes_from_chat_to_doorstep() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let mut met = vec![standing(&order, &shop)];
        let steps: [fn(&Shop, &Order) -> Order; 8] = [
            Shop::totalled,
            Shop::claimed,
            Shop::paid,
            Shop::printed,
            Shop::packed,
            |shop, order| shop.shipped(order, "JNE0001112223334"),
            Shop::delivered,
            Shop::closed,
        ];
        steps.iter().fold(order, |order, step| {
            let order = step(&shop, &order);
            met.push(standing(&order, &shop));
            order
        });
        assert_eq!(met, [Checked, Totalled, Claimed, Paid, Printed, Packed, Shipped, Delivered, Closed]);
    }

    #[test]
    fn a_shipment_stated_by_cs_counts_for_nothing() {
        let shop = Shop::default();
        let mut order = shop.shipped(&shop.ready(), "JNE0001112223334");
        assert_eq!(standing(&order, &shop), Standing::Shipped);
        for fact in order.record.facts.iter_mut().filter(|fact| fact.by == WAREHOUSE && fact.kind == "shipped") {
            fact.by = CS;
        }
        assert_eq!(standing(&order, &shop), Standing::Packed);
    }

    #[test]
    fn r05_paid_said_by_cs_counts_nowhere() {
        let shop = Shop::default();
        let mut order = shop.paid(&shop.claimed(&shop.totalled(&shop.taken(&complete()))));
        assert_eq!(standing(&order, &shop), Standing::Paid);
        for fact in order.record.facts.iter_mut().filter(|fact| fact.kind == "verified") {
            fact.by = CS;
        }
        assert_eq!(standing(&order, &shop), Standing::Claimed);
    }
}
