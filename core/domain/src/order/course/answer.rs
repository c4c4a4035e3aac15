//! What finance made of each claim: its verdict, what was found for it and where, and what of that went back.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::money::{Money, Outcome, Verdict};

/// Money is whole rupiah.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Of several verdicts the latest; nothing before anybody looked.
    pub outcome: Option<Outcome>,
    pub received: i64,
    pub refunded: i64,
    /// The line of the bank's statement it was found on, or empty.
    pub bank_line: String,
    pub cash: bool,
}

impl Money {
    /// In the sequence of the claims. Together they come to no more than what came, and than what went back: money found
    /// twice apart is found once, and what nobody claimed belongs to no claim.
    pub fn answers(&self) -> Vec<Answer> {
        let mut seen = BTreeSet::new();
        let first: Vec<_> = self.counted().filter(|verdict| seen.insert(verdict.evidence())).collect();
        let mut answers: Vec<_> = self.claims.iter().map(|claim| self.answer(claim.id, &first)).collect();
        // What goes back is what came last.
        let mut left = self.refunded;
        for answer in answers.iter_mut().rev() {
            answer.refunded = left.min(answer.received);
            left -= answer.refunded;
        }
        answers
    }

    fn answer(&self, claim: Uuid, first: &[&Verdict]) -> Answer {
        let of_it = |verdict: &&Verdict| verdict.claim == Some(claim);
        let latest = self.verdicts.iter().rfind(of_it);
        Answer {
            outcome: latest.map(|verdict| verdict.outcome),
            received: first.iter().copied().filter(of_it).map(|verdict| verdict.amount).fold(0, i64::saturating_add),
            refunded: 0,
            bank_line: latest.map(|verdict| verdict.bank_line.clone()).unwrap_or_default(),
            cash: latest.is_some_and(|verdict| verdict.cash),
        }
    }
}
