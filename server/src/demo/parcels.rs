//! How parcels of the demo shop travel: couriers, shipping fees and tracking numbers of the right shape.

use super::dice::Dice;

pub(super) struct Carrier {
    /// The courier's code and service, as the form holds them.
    pub(super) courier: &'static str,
    pub(super) service: &'static str,
    /// What buyers call it in a chat.
    pub(super) nickname: &'static str,
    /// A tracking number: this, then so many digits.
    begins: &'static str,
    digits: usize,
}

/// The one asked for most first.
pub(super) const CARRIERS: &[Carrier] = &[
    carrier("jne", "REG", "jne reg", "0101", 11),
    carrier("jnt", "EZ", "jnt", "JO", 10),
    carrier("sicepat", "REG", "sicepat", "00", 10),
    carrier("jne", "OKE", "jne oke", "0102", 11),
    carrier("pos", "REG", "pos", "2", 12),
    carrier("anteraja", "REG", "anteraja", "1000", 10),
    carrier("id_express", "STD", "idx", "IDE", 12),
    carrier("ninja", "STANDARD", "ninja", "NLIDAP", 9),
    carrier("lion", "REGPACK", "lion parcel", "LP", 11),
    carrier("jnt_cargo", "REG", "jnt cargo", "20", 10),
];

const fn carrier(
    courier: &'static str,
    service: &'static str,
    nickname: &'static str,
    begins: &'static str,
    digits: usize,
) -> Carrier {
    Carrier { courier, service, nickname, begins, digits }
}

impl Carrier {
    pub(super) fn tracking_number(&self, dice: &mut Dice) -> String {
        format!("{}{}", self.begins, dice.digits(self.digits))
    }
}

/// Up to 300 grams above a whole kilogram travel free; nothing is lighter than one.
pub(super) fn kilograms(grams: u32) -> u32 {
    grams.saturating_sub(300).div_ceil(1_000).max(1)
}

#[cfg(test)]
mod tests {
    use tapak_domain::values::{Courier, TrackingNumber};

    use super::{CARRIERS, kilograms};
    use crate::demo::dice::Dice;

    #[test]
    fn a_tracking_number_looks_like_one_of_its_courier() {
        let mut dice = Dice::new(7);
        for carrier in CARRIERS {
            let number = TrackingNumber::parse(&carrier.tracking_number(&mut dice)).unwrap();
            let courier = Courier::from_code(carrier.courier).unwrap();
            assert!(number.likely_couriers().contains(&courier), "{number} for {courier}");
            assert!(courier.services().contains(&carrier.service));
            assert!(Courier::from_alias(carrier.nickname.split(' ').next().unwrap()).is_some());
        }
    }

    #[test]
    fn a_parcel_is_weighed_as_the_counter_weighs_it() {
        for (grams, weight) in [(550, 1), (1_300, 1), (1_301, 2), (2_250, 2), (2_310, 3)] {
            assert_eq!(kilograms(grams), weight, "{grams} g");
        }
    }
}
