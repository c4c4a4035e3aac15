//! The buyers of a run: few enough that two agents will take orders of the same one apart.

use tapak_domain::order::AddressDraft;

use crate::dice::Dice;

const NAMES: [&str; 12] = [
    "Rina Marlina",
    "Agus Setiawan",
    "Siti Aminah",
    "Dewi Lestari",
    "Bambang Pamungkas",
    "Putri Ayu",
    "Joko Susilo",
    "Nur Hidayah",
    "Hendra Gunawan",
    "Yuliana",
    "Made Wirawan",
    "Ratna Sari",
];

/// Street, village, district, regency, province, postal code.
const PLACES: [[&str; 6]; 3] = [
    ["Jl. Kaliurang KM 7 No 12", "Condongcatur", "Depok", "Kab. Sleman", "DI Yogyakarta", "55283"],
    ["Jl. Dipati Ukur 35", "Lebakgede", "Coblong", "Kota Bandung", "Jawa Barat", "40132"],
    ["Jl. Raya Darmo 88", "Darmo", "Wonokromo", "Kota Surabaya", "Jawa Timur", "60241"],
];

#[derive(Debug, Clone)]
pub(crate) struct Buyer {
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) address: AddressDraft,
}

#[derive(Debug)]
pub(crate) struct Buyers {
    all: Vec<Buyer>,
    /// Buyers whose name and phone are nobody else's, and who may ask to be forgotten.
    guests: Vec<Buyer>,
    marks: u64,
}

impl Buyers {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        Self { all: NAMES.iter().map(|name| buyer(name, dice)).collect(), guests: Vec::new(), marks: 0 }
    }

    pub(crate) fn guests(&self) -> &[Buyer] {
        &self.guests
    }

    pub(crate) fn one(&mut self, dice: &mut Dice) -> Buyer {
        if dice.chance(120) {
            return self.guest(dice);
        }
        self.all[dice.index(self.all.len())].clone()
    }

    /// A new one, or one that comes again.
    fn guest(&mut self, dice: &mut Dice) -> Buyer {
        let again = dice.chance(400);
        if let Some(guest) = dice.pick(&self.guests).filter(|_| again) {
            return guest.clone();
        }
        let letters: String =
            (0..12).map(|_| char::from(b'a' + u8::try_from(dice.below(26)).unwrap_or_default())).collect();
        let phone = format!("0899{:08}", dice.below(100_000_000));
        let guest = Buyer { name: format!("Tamu {letters}"), phone, address: address(dice.one(PLACES)) };
        self.guests.push(guest.clone());
        guest
    }

    /// A number that is in no other deed of the run.
    pub(crate) fn mark(&mut self) -> u64 {
        self.marks += 1;
        self.marks
    }
}

fn buyer(name: &'static str, dice: &mut Dice) -> Buyer {
    let phone = format!("08{}{:08}", dice.one(["12", "13", "57", "78"]), dice.below(100_000_000));
    Buyer { name: name.to_owned(), phone, address: address(dice.one(PLACES)) }
}

fn address([street, village, district, regency, province, postal_code]: [&str; 6]) -> AddressDraft {
    AddressDraft {
        street: street.to_owned(),
        village: village.to_owned(),
        district: district.to_owned(),
        regency: regency.to_owned(),
        province: province.to_owned(),
        postal_code: postal_code.to_owned(),
        landmark: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use tapak_domain::order::{OrderDraft, fill};
    use tapak_engine::{DISTRICTS, Places};

    use super::{PLACES, address};

    #[test]
    fn every_buyer_lives_where_a_total_may_be_sent_to() {
        let country = Places::load(DISTRICTS).unwrap();
        for place in PLACES {
            let (order, _) = fill(&OrderDraft { address: address(place), ..OrderDraft::default() });
            assert!(country.check(&order.address).is_certain(), "{place:?}");
        }
    }
}
