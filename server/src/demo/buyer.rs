//! Who buys in the demo shop: a name, a number made up, and a door to bring the parcel to.

use tapak_domain::order::AddressDraft;

use super::dice::Dice;
use super::places::{PLACES, Place};

const FIRST_NAMES: &[&str] = &[
    "Rina", "Dedi", "Siti", "Andi", "Made", "Lestari", "Yosef", "Wahyu", "Putri", "Agus", "Fitri", "Bayu", "Maya",
    "Rizky", "Nurul", "Galih", "Intan", "Hendra", "Ayu", "Fajar", "Wulan", "Ilham", "Ratna", "Dimas", "Sari", "Yoga",
    "Mega", "Teguh", "Anisa", "Ucok", "Komang", "Asep", "Neng", "Bambang", "Tiara", "Arif",
];
const LAST_NAMES: &[&str] = &[
    "Marlina",
    "Setiawan",
    "Aminah",
    "Wirawan",
    "Ningsih",
    "Wenda",
    "Saputra",
    "Rahmawati",
    "Hidayat",
    "Kurniawan",
    "Permana",
    "Lubis",
    "Siregar",
    "Pratama",
    "Handayani",
    "Nugroho",
    "Simatupang",
    "Maulana",
    "Susanti",
    "Firmansyah",
    "Tenriangka",
    "Gunawan",
    "Wulandari",
    "Hasanah",
    "Purnomo",
    "Sitompul",
    "Ramadhan",
    "Anggraini",
    "Suherman",
    "",
];
const STREETS: &[&str] = &[
    "Kaliurang",
    "Pahlawan",
    "Merdeka",
    "Diponegoro",
    "Cihampelas",
    "Sudirman",
    "Kartini",
    "Melati",
    "Mawar Raya",
    "Cempaka",
    "Ahmad Yani",
    "Gatot Subroto",
    "Pasir Kaliki",
    "Imam Bonjol",
    "Veteran",
    "Anggrek",
    "Teuku Umar",
    "Hasanuddin",
    "Siliwangi",
    "Raya Sentani",
    "Rajawali",
    "Kenanga",
];
const LANDMARKS: &[&str] = &[
    "sebelah warung Bu Tini",
    "depan masjid Al-Ikhlas",
    "pagar hijau",
    "seberang SDN 2",
    "belakang pasar",
    "rumah cat krem, ada pohon mangga",
    "kos Putri Ayu lt 2",
    "titip satpam komplek",
    "toko sembako Barokah",
];
const MOBILE: &[&str] =
    &["0812", "0813", "0821", "0822", "0852", "0857", "0856", "0815", "0877", "0878", "0896", "0838"];

#[derive(Clone)]
pub(super) struct Buyer {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) address: AddressDraft,
    pub(super) place: &'static Place,
}

impl Buyer {
    pub(super) fn meet(dice: &mut Dice) -> Self {
        let place = dice.pick_early(PLACES);
        let landmark = if dice.chance(30) { *dice.pick(LANDMARKS) } else { "" };
        let address = place.address(street(dice), landmark);
        Self { name: name(dice), phone: phone(dice), address, place }
    }
}

fn name(dice: &mut Dice) -> String {
    let name = format!("{} {}", dice.pick(FIRST_NAMES), dice.pick(LAST_NAMES));
    name.trim_end().to_owned()
}

/// The block after the prefix begins with two zeros: a number like that is hardly anybody's, so no stranger is called.
fn phone(dice: &mut Dice) -> String {
    format!("{}-00{}-{}", dice.pick(MOBILE), dice.digits(2), dice.digits(4))
}

fn street(dice: &mut Dice) -> String {
    let name = *dice.pick(STREETS);
    let (house, rt, rw) = (dice.between(1, 180), dice.between(1, 9), dice.between(1, 14));
    match dice.below(4) {
        0 => format!("Jl. {name} No. {house} RT {rt:02}/RW {rw:02}"),
        1 => format!("Jl. {name} Gg. {rt} No. {house} RT {rt:02}/RW {rw:02}"),
        2 => format!("Perum Griya {name} Blok {} No. {house}", char::from(b"ABCDEFG"[dice.below(7) as usize])),
        _ => format!("Jl. {name} KM {rt} No. {house}"),
    }
}
