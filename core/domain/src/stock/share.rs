//! The last pairs while a phone has no signal: each phone that sells has its own share of them.
//!
//! The shares of one cell add up to what is left of it, so phones that lost the relay at the same moment cannot sell a
//! pair twice between them. What a phone with signal sells meanwhile is another matter: that shows as a shortage.

use uuid::Uuid;

use crate::values::Size;

/// Where a phone stands among those that sell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sellers {
    /// Its place when all are sorted by their ids.
    pub place: u32,
    pub phones: u32,
}

/// How many of `left` pairs this phone may sell by itself. Not always the same phone has the last one.
pub fn share(left: i64, cell: (Uuid, &str, Size), sellers: Sellers) -> i64 {
    let (left, phones) = (left.max(0), i64::from(sellers.phones.max(1)));
    let turn = (i64::from(sellers.place) - first(cell)).rem_euclid(phones);
    left / phones + i64::from(turn < left % phones)
}

/// Whose turn is first, from what the cell is called.
fn first((product, colour, size): (Uuid, &str, Size)) -> i64 {
    let letters = product.as_bytes().iter().chain(colour.as_bytes()).copied();
    letters.map(i64::from).sum::<i64>() + i64::from(size.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(left: i64, size: i64, phones: u32) -> Vec<i64> {
        let cell = (Uuid::from_u128(40), "hitam", Size::new(size).unwrap());
        (0..phones).map(|place| share(left, cell, Sellers { place, phones })).collect()
    }

    #[test]
    fn r14_the_shares_of_all_phones_add_up_to_what_is_left() {
        for (left, phones) in [(0, 3), (1, 3), (2, 3), (7, 3), (5, 1), (-2, 4)] {
            assert_eq!(shares(left, 39, phones).iter().sum::<i64>(), left.max(0), "{left} among {phones}");
        }
        assert_ne!(shares(1, 39, 3), shares(1, 40, 3), "the last pair of another size is another phone's");
    }
}
