//! How parcels of the demo shop travel: couriers, what they ask and take, and tracking numbers of the right shape.

use tapak_domain::tariff::{Parcel, kilograms};
use tapak_domain::values::Courier;

use super::dice::Dice;

pub(super) struct Carrier {
    /// The courier's code and service, as the form holds them.
    pub(super) courier: &'static str,
    pub(super) service: &'static str,
    /// What buyers call it in a chat.
    pub(super) nickname: &'static str,
    /// What a kilogram costs, in percent of the service that is asked for most.
    percent: u32,
    /// A tracking number: this, then so many digits.
    begins: &'static str,
    digits: usize,
}

/// The one asked for most first.
pub(super) const CARRIERS: &[Carrier] = &[
    carrier("jne", "REG", "jne reg", 100, "0101", 11),
    carrier("jnt", "EZ", "jnt", 105, "JO", 10),
    carrier("sicepat", "REG", "sicepat", 95, "00", 10),
    carrier("jne", "OKE", "jne oke", 85, "0102", 11),
    carrier("pos", "REG", "pos", 85, "2", 12),
    carrier("anteraja", "REG", "anteraja", 95, "1000", 10),
    carrier("id_express", "STD", "idx", 90, "IDE", 12),
    carrier("ninja", "STANDARD", "ninja", 98, "NLIDAP", 9),
    carrier("lion", "REGPACK", "lion parcel", 90, "LP", 11),
    carrier("jnt_cargo", "REG", "jnt cargo", 80, "20", 10),
];

const fn carrier(
    courier: &'static str,
    service: &'static str,
    nickname: &'static str,
    percent: u32,
    begins: &'static str,
    digits: usize,
) -> Carrier {
    Carrier { courier, service, nickname, percent, begins, digits }
}

impl Carrier {
    pub(super) fn tracking_number(&self, dice: &mut Dice) -> String {
        format!("{}{}", self.begins, dice.digits(self.digits))
    }
}

/// Couriers ask for whole five hundreds.
const STEP: u32 = 500;

/// What sending an order costs its buyer, and what the courier asks for each kilogram of it. Rupiah.
#[derive(Clone, Copy)]
pub(super) struct Fee {
    pub(super) charged: u32,
    pub(super) per_kilogram: u32,
}

impl Fee {
    /// What the courier takes in the end, seldom anything but what its table says: a box that was bulkier than it was heavy,
    /// or what the agent lets regulars off.
    pub(super) fn taken(self, dice: &mut Dice) -> u32 {
        match dice.below(20) {
            0 | 1 => self.charged + self.per_kilogram,
            2 => stepped(self.charged * 9 / 10),
            _ => self.charged,
        }
    }
}

fn stepped(rupiah: u32) -> u32 {
    rupiah.div_ceil(STEP) * STEP
}

impl Carrier {
    /// Where the service asked for most takes so much a kilogram, this one takes that much.
    pub(super) fn per_kilogram(&self, usual: u32) -> u32 {
        stepped(usual * self.percent / 100)
    }

    /// As the shop's own tables have it.
    pub(super) fn fee(&self, usual: u32, grams: u32) -> Fee {
        let parcel = Parcel { grams, ..Parcel::default() };
        let weight = Courier::from_code(self.courier).map_or(1, |courier| kilograms(courier, &parcel));
        let per_kilogram = self.per_kilogram(usual);
        Fee { charged: per_kilogram * weight, per_kilogram }
    }
}

#[cfg(test)]
mod tests {
    use tapak_domain::values::{Courier, TrackingNumber};

    use super::CARRIERS;
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
}
