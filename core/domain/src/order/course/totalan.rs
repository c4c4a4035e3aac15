//! The totalan: what the buyer was told to transfer, where to and by when. It holds as long as what it added up does.

use super::super::conflict::nominal_key;
use super::super::read::Order;
use super::stated::Stated;
use crate::record::{DeviceId, Fact};
use crate::stamp::Stamp;
use crate::values::Rupiah;

/// Amounts are whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totalan {
    pub version: u32,
    pub subtotal: i64,
    pub discount: i64,
    pub shipping_fee: i64,
    pub unique_code: u32,
    /// All of it, kode unik included.
    pub total: i64,
    /// What had come before it was made out.
    pub paid_before: i64,
    pub bank: String,
    /// The account's number.
    pub account: String,
    pub holder: String,
    /// Milliseconds since 1970 UTC.
    pub deadline: u64,
    pub at: Stamp,
    pub by: DeviceId,
    /// The order has changed since: it adds up to something else.
    pub void: bool,
}

impl Totalan {
    /// Two devices may make out the same version apart: the later one counts.
    pub(super) fn latest(stated: &Stated<'_>, order: &Order) -> Option<Self> {
        let all = stated.all_of("totalled").map(|fact| Self::read(fact, order));
        all.max_by_key(|totalan| (totalan.version, totalan.at, totalan.by))
    }

    /// What it came to when that was stated, in rupiah; 0 before there was a totalan.
    pub(super) fn told_before(fact: &Fact, stated: &Stated<'_>) -> i64 {
        let before = stated.all_of("totalled").filter(|told| told.position() < fact.position());
        let latest = before.max_by_key(|told| (told.number("version"), told.at, told.by));
        latest.map_or(0, |told| told.number("total").max(0))
    }

    fn read(fact: &Fact, order: &Order) -> Self {
        let (subtotal, discount, shipping_fee) =
            (fact.number("subtotal"), fact.number("discount"), fact.number("shipping_fee"));
        let now = (order.subtotal(), order.discount.get(), order.shipping_fee.map_or(0, Rupiah::get));
        Self {
            version: whole(fact.number("version")),
            subtotal,
            discount,
            shipping_fee,
            unique_code: whole(fact.number("unique_code")),
            total: fact.number("total").max(0),
            paid_before: fact.number("paid_before").max(0),
            bank: fact.text("bank").to_owned(),
            account: fact.text("account").to_owned(),
            holder: fact.text("holder").to_owned(),
            deadline: u64::try_from(fact.number("deadline")).unwrap_or_default(),
            at: fact.at,
            by: fact.by,
            void: now != (subtotal, discount, shipping_fee),
        }
    }

    /// What is to be transferred, to the rupiah.
    pub fn nominal(&self) -> i64 {
        self.total.saturating_sub(self.paid_before).max(0)
    }

    pub(super) fn key(&self) -> String {
        nominal_key(&self.account, self.nominal())
    }
}

fn whole(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}
