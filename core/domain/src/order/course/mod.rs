//! The course of an order: what counts of all that was stated about it, put together. Its standing, its conflicts and the
//! keys it holds are read off it.

mod answer;
mod flags;
mod money;
mod parcel;
mod settlements;
mod stated;
mod totalan;

pub use answer::Answer;
pub use flags::Flag;
pub use money::{Claim, Money, Outcome, Verdict};
pub use parcel::{Label, Parcel, Return, Shipment, Tracking};
pub use settlements::{Settled, Settlements};
pub use totalan::Totalan;

use uuid::Uuid;

use self::stated::Stated;
use super::conflict::{Conflict, SharedKey};
use super::read::Order;
use super::standing::Standing;
use crate::policy::Authority;
use crate::record::Fact;

/// A wish to call the order off, which only the owner may grant once it is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub id: Uuid,
    pub reason: String,
}

impl Asked {
    fn open(stated: &Stated<'_>, settlements: &Settlements) -> Option<Self> {
        let open = |fact: &&Fact| settlements.choice(Conflict::CancelAsked, &fact.id.to_string()).is_none();
        let fact = stated.all_of("cancel_asked").rfind(open)?;
        Some(Self { id: fact.id, reason: fact.text("reason").to_owned() })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub standing: Standing,
    /// The latest one, void or not.
    pub totalan: Option<Totalan>,
    pub money: Money,
    pub parcel: Parcel,
    /// Why it was called off; the first reason given.
    pub cancelled: Option<String>,
    /// Somebody asks the owner to call it off, and nobody has answered.
    pub cancel_asked: Option<Asked>,
    pub settlements: Settlements,
    /// Conflicts within this order.
    pub flags: Vec<Flag>,
    /// What must belong to this order alone.
    pub keys: Vec<SharedKey>,
}

impl Course {
    pub fn of(order: &Order, authority: &dyn Authority) -> Self {
        let stated = Stated::of(order, authority);
        let settlements = Settlements::of(&stated, authority);
        let totalan = Totalan::latest(&stated, order);
        let money = Money::of(&stated, &settlements);
        let parcel = Parcel::of(&stated, &settlements, order);
        let cancelled = stated.first("cancelled").map(|fact| fact.text("reason").to_owned());
        let asked = Asked::open(&stated, &settlements);
        let mut course = Self {
            standing: Standing::Draft,
            cancel_asked: asked.filter(|_| cancelled.is_none() && !parcel.has_left()),
            totalan,
            money,
            parcel,
            cancelled,
            settlements,
            flags: Vec::new(),
            keys: Vec::new(),
        };
        course.standing = course.stands(order, &stated);
        course.flags = flags::of(&course, order);
        course.keys = course.held_keys();
        course
    }

    /// The totalan that still holds.
    pub fn valid_totalan(&self) -> Option<&Totalan> {
        self.totalan.as_ref().filter(|totalan| !totalan.void)
    }

    /// Rupiah still to come, by the latest totalan.
    pub fn due(&self) -> i64 {
        self.totalan.as_ref().map_or(0, |totalan| self.money.due(totalan))
    }

    /// Whether it may not be printed, whatever other orders hold.
    pub fn is_held(&self) -> bool {
        self.flags.iter().any(|flag| flag.conflict.holds())
    }

    fn stands(&self, order: &Order, stated: &Stated<'_>) -> Standing {
        let choice = self.settlements.choice(Conflict::CancelledAndShipped, "");
        match (self.parcel.has_left(), self.cancelled.is_some(), choice) {
            (true, true, Some("cancelled")) | (false, true, _) => Standing::Cancelled,
            (true, true, None) => Standing::CancelledAndShipped,
            (true, ..) => self.parcel.stands(self.money.refunded > 0),
            (false, false, _) => self.stands_in_the_house(order, stated),
        }
    }

    fn stands_in_the_house(&self, order: &Order, stated: &Stated<'_>) -> Standing {
        let Some(totalan) = self.valid_totalan() else {
            return if order.missing().is_empty() { Standing::Checked } else { Standing::Draft };
        };
        let expired = || stated.all_of("expired").any(|fact| fact.number("version") == i64::from(totalan.version));
        if self.money.covers(totalan) {
            self.parcel.stands_packed()
        } else if self.money.open_claims().next().is_some() {
            Standing::Claimed
        } else if self.money.net() > 0 {
            Standing::Short
        } else if expired() {
            Standing::Expired
        } else {
            Standing::Totalled
        }
    }

    fn held_keys(&self) -> Vec<SharedKey> {
        let open = !self.standing.is_closed() && self.standing != Standing::Expired;
        let nominal = self.valid_totalan().filter(|totalan| open && totalan.nominal() > 0).map(Totalan::key);
        let numbers = self.parcel.claimed_numbers().map(str::to_owned);
        let lines = self.money.bank_lines().map(str::to_owned);
        let proofs = self.money.claims.iter().map(|claim| claim.file.clone()).filter(|file| !file.is_empty());
        let all = numbers
            .map(|key| (Conflict::TrackingNumber, key))
            .chain(lines.map(|key| (Conflict::BankLine, key)))
            .chain(nominal.map(|key| (Conflict::Nominal, key)))
            .chain(proofs.map(|key| (Conflict::Proof, key)));
        let mut keys: Vec<_> = all
            .filter(|(conflict, key)| self.settlements.choice(*conflict, key).is_none())
            .map(|(conflict, key)| SharedKey { conflict, key })
            .collect();
        keys.sort();
        keys.dedup();
        keys
    }
}
