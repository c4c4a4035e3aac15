//! The places at the relay: so many connections in all, so many from one address, and a count of who found none.

use std::collections::BTreeMap;
use std::mem;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many connections there may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) sockets: u32,
    pub(super) from_one_address: u32,
}

/// Why there is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPlace {
    Full,
    TooManyFromThere,
}

#[derive(Debug, Clone)]
pub(super) struct Places {
    limits: Limits,
    free: Arc<Semaphore>,
    taken: Arc<Mutex<BTreeMap<IpAddr, u32>>>,
    turned_away: Arc<AtomicU64>,
}

/// One connection's place, free again when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    from: IpAddr,
    taken: Arc<Mutex<BTreeMap<IpAddr, u32>>>,
    _one: OwnedSemaphorePermit,
}

impl Places {
    pub(super) fn new(limits: Limits) -> Self {
        let free = Arc::new(Semaphore::new(limits.sockets as usize));
        Self { limits, free, taken: Arc::default(), turned_away: Arc::default() }
    }

    pub(super) fn take(&self, from: IpAddr) -> Result<Place, NoPlace> {
        let place = self.find(household(from));
        if place.is_err() {
            self.turned_away.fetch_add(1, Ordering::Relaxed);
        }
        place
    }

    fn find(&self, from: IpAddr) -> Result<Place, NoPlace> {
        let one = Arc::clone(&self.free).try_acquire_owned().map_err(|_| NoPlace::Full)?;
        let mut taken = lock(&self.taken);
        let there = taken.entry(from).or_default();
        if *there >= self.limits.from_one_address {
            return Err(NoPlace::TooManyFromThere);
        }
        *there += 1;
        Ok(Place { from, taken: Arc::clone(&self.taken), _one: one })
    }

    /// How many found no place since this was last asked.
    pub(super) fn turned_away(&self) -> u64 {
        self.turned_away.swap(0, Ordering::Relaxed)
    }

    /// Ends when the last connection has; from then on there is no place.
    pub(super) async fn emptied(&self) {
        if self.free.acquire_many(self.limits.sockets).await.map(mem::forget).is_ok() {
            self.free.close();
        }
    }
}

impl Place {
    /// The address it counts for.
    pub(super) fn household(&self) -> IpAddr {
        self.from
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        let left = taken.get(&self.from).map_or(0, |there| there.saturating_sub(1));
        if left == 0 {
            taken.remove(&self.from);
        } else {
            taken.insert(self.from, left);
        }
    }
}

/// A count stays a count, whoever panicked over it.
fn lock(taken: &Mutex<BTreeMap<IpAddr, u32>>) -> MutexGuard<'_, BTreeMap<IpAddr, u32>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Who has one address of the sixth version has the whole network of it.
fn household(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        four @ IpAddr::V4(_) => four,
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::{Limits, NoPlace, Places};

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn one_address_cannot_take_the_places_of_the_others() {
        let places = Places::new(Limits { sockets: 3, from_one_address: 2 });
        let (_one, two) = (places.take(ip("10.0.0.1")).unwrap(), places.take(ip("::ffff:10.0.0.1")).unwrap());
        assert_eq!(places.take(ip("10.0.0.1")).map(drop), Err(NoPlace::TooManyFromThere));
        let _other = places.take(ip("10.0.0.2")).unwrap();
        assert_eq!(places.take(ip("10.0.0.3")).map(drop), Err(NoPlace::Full));
        drop(two);
        assert!(places.take(ip("10.0.0.1")).is_ok(), "a place is free again when its connection ends");
        assert_eq!(places.turned_away(), 2);
        assert_eq!(places.turned_away(), 0, "each is told of once");
    }

    #[test]
    fn a_network_of_the_sixth_version_counts_as_one() {
        let places = Places::new(Limits { sockets: 9, from_one_address: 1 });
        let _one = places.take(ip("2001:db8:1:2::1")).unwrap();
        assert_eq!(places.take(ip("2001:db8:1:2:ffff::9")).map(drop), Err(NoPlace::TooManyFromThere));
        assert!(places.take(ip("2001:db8:1:3::1")).is_ok());
    }

    #[test]
    fn whoever_is_gone_leaves_nothing_behind() {
        let places = Places::new(Limits { sockets: 9, from_one_address: 1 });
        for last in 0..200 {
            drop(places.take(IpAddr::from([10, 0, 0, last])));
        }
        assert!(super::lock(&places.taken).is_empty());
    }
}
