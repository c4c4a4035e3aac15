//! Freezing a batch: every claim that no batch has yet, up to a time. What came late is simply among them.

use serde_json::Value;

use super::{Entry, FROZEN};
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;

/// Entries in one change: with the longest figures they stay below what a change may weigh.
const PART: usize = 128;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FreezeRefusal {
    #[error("no claim waits for a batch")]
    Nothing,
    #[error("a later time is frozen already")]
    FrozenBefore,
    #[error("this role freezes nothing")]
    NotYourRole,
}

impl From<FreezeRefusal> for Refusal {
    fn from(refusal: FreezeRefusal) -> Self {
        match refusal {
            FreezeRefusal::Nothing => Self::whole("recap.nothing"),
            FreezeRefusal::FrozenBefore => Self::at("until", "recap.frozen_before"),
            FreezeRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// Up to when a batch reaches, in milliseconds since 1970 UTC: a time that is past, or now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cutoff {
    pub until: u64,
    now: bool,
}

impl Cutoff {
    /// Nothing, or a time to come, is now.
    pub fn new(until: Option<u64>, now: u64) -> Self {
        match until.filter(|until| *until < now) {
            Some(until) => Self { until, now: false },
            None => Self { until: now, now: true },
        }
    }

    /// What is known now was said before now, whatever the clock of the phone it was said on: so no claim waits for ever.
    pub fn reaches(self, at: u64) -> bool {
        self.now || at <= self.until
    }
}

/// `waiting` are the claims that are in no batch, `last` is up to when the latest one reached. Each of the lists of edits
/// is a change of its own.
pub fn decide(
    waiting: &[Entry],
    last: u64,
    cutoff: Cutoff,
    context: &mut Context,
) -> Result<Vec<Vec<Edit>>, Vec<FreezeRefusal>> {
    let chosen: Vec<_> = waiting.iter().filter(|entry| cutoff.reaches(entry.at)).collect();
    let refusals = [
        (FreezeRefusal::Nothing, chosen.is_empty()),
        // A batch from a laptop whose clock was ahead keeps nobody from freezing what waits now.
        (FreezeRefusal::FrozenBefore, !cutoff.now && cutoff.until <= last),
        (FreezeRefusal::NotYourRole, !may(context.actor.role, Noun::Recap, FROZEN)),
    ];
    let refusals: Vec<_> = refusals.into_iter().filter(|(_, applies)| *applies).map(|(refusal, _)| refusal).collect();
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let parts = chosen.len().div_ceil(PART);
    let part = |(entries, part): (&[&Entry], usize)| {
        let data = data(entries, last, cutoff.until, (part, parts));
        vec![context.state(FROZEN, data)]
    };
    Ok(chosen.chunks(PART).zip(1..).map(part).collect())
}

fn data(entries: &[&Entry], from: u64, until: u64, (part, parts): (usize, usize)) -> [(&'static str, Value); 5] {
    [
        ("from", plain(from)),
        ("until", plain(until)),
        ("part", plain(part)),
        ("parts", plain(parts)),
        ("claims", plain(entries)),
    ]
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    const NOW: u64 = 1_790_000_000_000;

    fn claims(count: u64) -> Vec<Entry> {
        let claim = |n: u64| Entry {
            claim: Uuid::from_u128(u128::MAX - u128::from(n)),
            order: Uuid::from_u128(u128::MAX),
            number: "B3-0142".into(),
            amount: 325_417,
            total: 325_417,
            at: NOW - 1_000 * n,
        };
        (0..count).map(claim).collect()
    }

    fn freeze(
        role: Role,
        waiting: &[Entry],
        last: u64,
        until: Option<u64>,
    ) -> Result<Vec<Vec<Edit>>, Vec<FreezeRefusal>> {
        Shop::default().acting(role, |context| {
            let cutoff = Cutoff::new(until, context.now.millis);
            decide(waiting, last, cutoff, context)
        })
    }

    fn listed(changes: &[Vec<Edit>]) -> usize {
        let entries = |edit: &Edit| match edit {
            Edit::State(fact) => fact.data["claims"].as_array().map_or(0, Vec::len),
            Edit::Set { .. } | Edit::Put { .. } | Edit::Remove { .. } => 0,
        };
        changes.iter().flatten().map(entries).sum()
    }

    #[test]
    fn r04_eni_freezes_what_waits_and_cs_does_not() {
        assert_eq!(listed(&freeze(Role::Finance, &claims(3), 0, None).unwrap()), 3);
        let refused = freeze(Role::Cs, &claims(3), 0, None).unwrap_err();
        assert_eq!(refused, [FreezeRefusal::NotYourRole]);
        let refused = freeze(Role::Finance, &[], 0, None).unwrap_err();
        assert_eq!(refused, [FreezeRefusal::Nothing]);
    }

    #[test]
    fn r04_up_to_five_o_clock_means_no_claim_from_after_it() {
        let changes = freeze(Role::Finance, &claims(10), 0, Some(NOW - 4_000)).unwrap();
        assert_eq!(listed(&changes), 6);
    }

    #[test]
    fn r04_a_claim_from_a_phone_whose_clock_is_a_year_ahead_is_in_the_batch_up_to_now() {
        let mut claims = claims(1);
        claims[0].at = NOW + 365 * 24 * 60 * 60 * 1_000;
        assert_eq!(listed(&freeze(Role::Finance, &claims, 0, None).unwrap()), 1);
    }

    #[test]
    fn r04_what_was_frozen_up_to_five_is_not_frozen_again_up_to_four() {
        let refused = freeze(Role::Owner, &claims(9), NOW - 1_000, Some(NOW - 2_000)).unwrap_err();
        assert_eq!(refused, [FreezeRefusal::FrozenBefore]);
        assert_eq!(listed(&freeze(Role::Owner, &claims(9), NOW + 1_000, None).unwrap()), 9);
    }

    #[test]
    fn r04_five_hundred_claims_travel_in_changes_that_each_fit() {
        let mut claims = claims(500);
        for claim in &mut claims {
            (claim.number, claim.amount, claim.total) = ("\u{10348}".repeat(40), i64::MIN, i64::MIN);
        }
        let changes = freeze(Role::Finance, &claims, 0, None).unwrap();
        assert_eq!((changes.len(), listed(&changes)), (4, 500));
        let length = |edit: &Edit| match edit {
            Edit::State(fact) => serde_json::to_string(&fact.data).unwrap().len(),
            Edit::Set { .. } | Edit::Put { .. } | Edit::Remove { .. } => 0,
        };
        let longest = changes.iter().flatten().map(length).max().unwrap();
        // A change may weigh 32 KiB, with what is around the fact.
        assert!(longest < 32_000, "{longest}");
    }
}
