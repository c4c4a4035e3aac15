//! So many from one household within ten minutes; then it waits until the ten minutes are over.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const WITHIN: Duration = Duration::from_mins(10);
/// Households remembered at most; a flood from more of them makes the oldest forgotten.
const MOST: usize = 4_096;

#[derive(Debug, Clone)]
pub(super) struct Turnstile {
    most: u32,
    counted: Arc<Mutex<BTreeMap<IpAddr, Counted>>>,
}

#[derive(Debug, Clone, Copy)]
struct Counted {
    since: Instant,
    times: u32,
}

impl Turnstile {
    pub(super) fn new(most: u32) -> Self {
        Self { most, counted: Arc::default() }
    }

    pub(super) fn lets_in(&self, household: IpAddr) -> bool {
        let mut counted = self.lock();
        if counted.get(&household).is_some_and(|counted| counted.since.elapsed() >= WITHIN) {
            counted.remove(&household);
        }
        counted.get(&household).is_none_or(|counted| counted.times < self.most)
    }

    pub(super) fn count(&self, household: IpAddr) {
        let mut counted = self.lock();
        make_room(&mut counted);
        counted.entry(household).or_insert(Counted { since: Instant::now(), times: 0 }).times += 1;
    }

    /// A count stays a count, whoever panicked over it.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<IpAddr, Counted>> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn make_room(counted: &mut BTreeMap<IpAddr, Counted>) {
    if counted.len() < MOST {
        return;
    }
    counted.retain(|_, counted| counted.since.elapsed() < WITHIN);
    let oldest = counted.iter().min_by_key(|(_, counted)| counted.since).map(|(household, _)| *household);
    if let Some(oldest) = oldest.filter(|_| counted.len() >= MOST) {
        counted.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_household_waits_and_the_others_do_not() {
        let turnstile = Turnstile::new(2);
        let (one, other) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        for _ in 0..2 {
            assert!(turnstile.lets_in(one));
            turnstile.count(one);
        }
        assert!(!turnstile.lets_in(one));
        assert!(turnstile.lets_in(other));
    }

    #[test]
    fn a_flood_from_everywhere_takes_no_more_memory_than_that() {
        let turnstile = Turnstile::new(2);
        for at in 0..u32::try_from(MOST).unwrap() + 500 {
            turnstile.count(IpAddr::from(at.to_be_bytes()));
        }
        assert_eq!(turnstile.lock().len(), MOST);
    }
}
