//! One order as its history tells it: what the other verdicts of this folder judge by.

use std::collections::BTreeSet;

use tapak_domain::Role;
use tapak_domain::order::{Conflict, Standing};
use tapak_engine::view::happening::{Happening, TimelineEntry};
use tapak_engine::view::order::OrderView;
use uuid::Uuid;

/// A fact that counts.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) id: Uuid,
    /// Milliseconds since 1970 UTC, by the hybrid clock.
    pub(super) at: i64,
    pub(super) what: Happening,
}

/// The total that holds. Whole rupiah.
#[derive(Debug, Clone)]
pub(super) struct Total {
    pub(super) sum: i64,
    pub(super) nominal: i64,
    pub(super) account: String,
}

#[derive(Debug, Clone)]
pub(super) struct Story {
    pub(super) id: Uuid,
    pub(super) standing: Standing,
    /// In one line.
    pub(super) address: String,
    pub(super) held: bool,
    /// Rupiah the shop has of the buyer.
    pub(super) net: i64,
    pub(super) open_claims: usize,
    pub(super) total: Option<Total>,
    /// Registers two people set apart.
    pub(super) apart: BTreeSet<String>,
    /// In the sequence they happened in.
    pub(super) facts: Vec<Told>,
}

impl Story {
    /// A tampered app settles what is not its role's to settle, and that counts nowhere.
    pub(super) fn of(page: &OrderView, tampered: &dyn Fn(&str) -> bool) -> Self {
        let total = page.totalan.as_ref().filter(|totalan| !totalan.void).map(|totalan| Total {
            sum: totalan.total,
            nominal: totalan.nominal,
            account: totalan.account.clone(),
        });
        let counts = |entry: &&TimelineEntry| !(entry.ignored || tampered(&entry.person) && meddles(entry));
        let told = |entry: &TimelineEntry| Told { id: entry.id, at: entry.at, what: entry.what.clone() };
        let payment = page.payment.as_ref();
        Self {
            id: page.row.id,
            standing: page.row.standing,
            address: page.row.address.clone(),
            held: page.row.held,
            net: payment.map_or(0, |payment| payment.received - payment.refunded),
            open_claims: payment.map_or(0, |payment| payment.claims.iter().filter(|claim| !claim.answered).count()),
            total,
            apart: page.field_conflicts.iter().map(|field| field.key.clone()).collect(),
            facts: page.timeline.iter().filter(counts).map(told).collect(),
        }
    }

    /// What was chosen last about it.
    pub(super) fn settled(&self, conflict: Conflict, key: &str) -> Option<&str> {
        self.settlements(conflict).filter(|(which, _)| *which == key).last().map(|(_, choice)| choice)
    }

    /// Which of them, and what was chosen.
    pub(super) fn settlements(&self, conflict: Conflict) -> impl Iterator<Item = (&str, &str)> {
        self.facts.iter().filter_map(move |told| settlement(&told.what, conflict))
    }

    pub(super) fn cancelled(&self) -> bool {
        self.facts.iter().any(|told| matches!(told.what, Happening::Cancelled { .. }))
    }

    /// Tracking numbers it went out under, without those it gave up for another order.
    pub(super) fn numbers(&self) -> Vec<&str> {
        let numbers = self.facts.iter().filter_map(|told| {
            let Happening::Shipped { tracking_number, .. } = &told.what else { return None };
            Some(tracking_number.as_str())
        });
        numbers.filter(|number| self.settled(Conflict::TrackingNumber, number).is_none()).collect()
    }

    /// The numbers that are its own: all of them, until somebody chose one.
    pub(super) fn own_numbers(&self) -> BTreeSet<&str> {
        let numbers = self.numbers();
        let chosen = self.facts.iter().rev().find_map(|told| {
            let Happening::TrackingChosen { tracking_number } = &told.what else { return None };
            Some(tracking_number.as_str()).filter(|number| numbers.contains(number))
        });
        chosen.map_or_else(|| numbers.iter().copied().collect(), |chosen| BTreeSet::from([chosen]))
    }

    pub(super) fn has_left(&self) -> bool {
        let delivered = self.facts.iter().any(|told| matches!(told.what, Happening::Delivered));
        delivered || !self.numbers().is_empty()
    }

    /// Two labels of one millisecond: which of them was settled the history does not say.
    pub(super) fn is_printed_twice_at_once(&self) -> bool {
        let mut moments =
            self.facts.iter().filter(|told| matches!(told.what, Happening::Printed { .. })).map(|told| told.at);
        let mut seen = BTreeSet::new();
        !moments.all(|at| seen.insert(at))
    }

    /// The last label, if the parcel goes somewhere else now.
    pub(super) fn void_label(&self) -> Option<&Told> {
        let label = self.facts.iter().rfind(|told| matches!(told.what, Happening::Printed { .. }))?;
        let void = matches!(&label.what, Happening::Printed { address, .. } if *address != self.address);
        void.then_some(label)
    }
}

/// Of this conflict: which of them, and what was chosen.
pub(super) fn settlement(what: &Happening, conflict: Conflict) -> Option<(&str, &str)> {
    let Happening::Settled { conflict: of, key, choice } = what else { return None };
    (of == conflict.code()).then_some((key, choice))
}

fn meddles(entry: &TimelineEntry) -> bool {
    let Happening::Settled { conflict, .. } = &entry.what else { return false };
    let (conflict, role) = (Conflict::from_code(conflict), Role::from_code(&entry.role));
    !conflict.zip(role).is_some_and(|(conflict, role)| conflict.owners().contains(&role))
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;

    /// An order in Bandung of which this is known.
    pub(in super::super) fn story(facts: Vec<Happening>) -> Story {
        let told = |(place, what): (u128, Happening)| Told {
            id: Uuid::from_u128(100 + place),
            at: i64::try_from(place).unwrap(),
            what,
        };
        Story {
            id: Uuid::from_u128(1),
            standing: Standing::Paid,
            address: "Bandung".into(),
            held: false,
            net: 0,
            open_claims: 0,
            total: None,
            apart: BTreeSet::new(),
            facts: (0..).zip(facts).map(told).collect(),
        }
    }

    pub(in super::super) fn asked_to_cancel() -> Happening {
        Happening::CancelAsked { reason: "tidak jadi".into() }
    }

    pub(in super::super) fn printed(address: &str) -> Happening {
        Happening::Printed { copy: 1, address: address.into(), paper: "label".into() }
    }

    pub(in super::super) fn shipped(number: &str) -> Happening {
        Happening::Shipped { tracking_number: number.into(), courier: "jne".into(), fee: None, weight_grams: None }
    }

    pub(in super::super) fn cancelled() -> Happening {
        Happening::Cancelled { reason: "batal".into() }
    }

    pub(in super::super) fn settled(conflict: Conflict, key: &str, choice: &str) -> Happening {
        Happening::Settled { conflict: conflict.code().into(), key: key.into(), choice: choice.into() }
    }
}
