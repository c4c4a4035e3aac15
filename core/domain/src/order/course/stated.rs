//! The facts of an order that count, in the order of the hybrid clock.

use super::super::read::Order;
use crate::policy::{Authority, counts};
use crate::record::{Fact, Noun};

pub(super) struct Stated<'a>(Vec<&'a Fact>);

impl<'a> Stated<'a> {
    pub(super) fn of(order: &'a Order, authority: &dyn Authority) -> Self {
        Self(order.record.facts.iter().filter(|fact| counts(authority, Noun::Order, fact)).collect())
    }

    pub(super) fn all_of(&self, kind: &'static str) -> impl DoubleEndedIterator<Item = &'a Fact> + '_ {
        self.0.iter().copied().filter(move |fact| fact.kind == kind)
    }

    pub(super) fn first(&self, kind: &'static str) -> Option<&'a Fact> {
        self.all_of(kind).next()
    }

    pub(super) fn last(&self, kind: &'static str) -> Option<&'a Fact> {
        self.all_of(kind).next_back()
    }

    pub(super) fn any(&self, kind: &'static str) -> bool {
        self.first(kind).is_some()
    }
}
