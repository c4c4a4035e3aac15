//! Places parcels of the demo shop go to, and what a kilogram there costs. Villages and postal codes are real.

use tapak_domain::order::AddressDraft;

pub(super) struct Place {
    village: &'static str,
    pub(super) district: &'static str,
    pub(super) regency: &'static str,
    province: &'static str,
    postal_code: &'static str,
    /// Rupiah for the first kilogram and each further one, with the service that is asked for most.
    pub(super) fee: u32,
}

/// Nearer places first: most buyers live on Java.
#[rustfmt::skip]
pub(super) const PLACES: &[Place] = &[
    place("Dago", "Coblong", "Kota Bandung", "Jawa Barat", "40135", 9_000),
    place("Antapani Kidul", "Antapani", "Kota Bandung", "Jawa Barat", "40291", 9_000),
    place("Slipi", "Palmerah", "Kota Jakarta Barat", "DKI Jakarta", "11410", 11_000),
    place("Tebet Timur", "Tebet", "Kota Jakarta Selatan", "DKI Jakarta", "12820", 11_000),
    place("Pondok Kelapa", "Duren Sawit", "Kota Jakarta Timur", "DKI Jakarta", "13450", 11_000),
    place("Sukamaju", "Cilodong", "Kota Depok", "Jawa Barat", "16415", 12_000),
    place("Kukusan", "Beji", "Kota Depok", "Jawa Barat", "16425", 12_000),
    place("Jatikramat", "Jatiasih", "Kota Bekasi", "Jawa Barat", "17421", 12_000),
    place("Cinunuk", "Cileunyi", "Kab. Bandung", "Jawa Barat", "40624", 9_000),
    place("Jayagiri", "Lembang", "Kab. Bandung Barat", "Jawa Barat", "40391", 10_000),
    place("Cipageran", "Cimahi Utara", "Kota Cimahi", "Jawa Barat", "40511", 9_000),
    place("Pakansari", "Cibinong", "Kab. Bogor", "Jawa Barat", "16915", 12_000),
    place("Cipayung", "Ciputat", "Kota Tangerang Selatan", "Banten", "15411", 12_000),
    place("Rawa Buntu", "Serpong", "Kota Tangerang Selatan", "Banten", "15318", 12_000),
    place("Condongcatur", "Depok", "Kab. Sleman", "DI Yogyakarta", "55283", 18_000),
    place("Ngestiharjo", "Kasihan", "Kab. Bantul", "DI Yogyakarta", "55182", 18_000),
    place("Sorosutan", "Umbulharjo", "Kota Yogyakarta", "DI Yogyakarta", "55162", 18_000),
    place("Bulusan", "Tembalang", "Kota Semarang", "Jawa Tengah", "50277", 17_000),
    place("Jebres", "Jebres", "Kota Surakarta", "Jawa Tengah", "57126", 18_000),
    place("Grendeng", "Purwokerto Utara", "Kab. Banyumas", "Jawa Tengah", "53122", 17_000),
    place("Dieng", "Kejajar", "Kab. Wonosobo", "Jawa Tengah", "56354", 21_000),
    place("Mojo", "Gubeng", "Kota Surabaya", "Jawa Timur", "60285", 19_000),
    place("Dinoyo", "Lowokwaru", "Kota Malang", "Jawa Timur", "65144", 20_000),
    place("Pagentan", "Singosari", "Kab. Malang", "Jawa Timur", "65153", 21_000),
    place("Tulungrejo", "Bumiaji", "Kota Batu", "Jawa Timur", "65336", 21_000),
    place("Pataruman", "Tarogong Kidul", "Kab. Garut", "Jawa Barat", "44150", 11_000),
    place("Sunyaragi", "Kesambi", "Kota Cirebon", "Jawa Barat", "45132", 12_000),
    place("Peliatan", "Ubud", "Kab. Gianyar", "Bali", "80571", 25_000),
    place("Sanur Kauh", "Denpasar Selatan", "Kota Denpasar", "Bali", "80227", 24_000),
    place("Sembalun Lawang", "Sembalun", "Kab. Lombok Timur", "Nusa Tenggara Barat", "83657", 38_000),
    place("Tanjung Sari", "Medan Selayang", "Kota Medan", "Sumatera Utara", "20132", 36_000),
    place("Air Tawar Barat", "Padang Utara", "Kota Padang", "Sumatera Barat", "25132", 33_000),
    place("Rajabasa", "Rajabasa", "Kota Bandar Lampung", "Lampung", "35144", 22_000),
    place("Bangka Belitung Laut", "Pontianak Tenggara", "Kota Pontianak", "Kalimantan Barat", "78124", 37_000),
    place("Sepinggan", "Balikpapan Selatan", "Kota Balikpapan", "Kalimantan Timur", "76115", 41_000),
    place("Loktabat Utara", "Banjarbaru Utara", "Kota Banjarbaru", "Kalimantan Selatan", "70714", 39_000),
    place("Tamalanrea Indah", "Tamalanrea", "Kota Makassar", "Sulawesi Selatan", "90245", 38_000),
    place("Malalayang Satu", "Malalayang", "Kota Manado", "Sulawesi Utara", "95162", 47_000),
    place("Labuan Bajo", "Komodo", "Kab. Manggarai Barat", "Nusa Tenggara Timur", "86763", 52_000),
    place("Batu Merah", "Sirimau", "Kota Ambon", "Maluku", "97128", 64_000),
    place("Hinekombe", "Sentani", "Kab. Jayapura", "Papua", "99352", 88_000),
];

const fn place(
    village: &'static str,
    district: &'static str,
    regency: &'static str,
    province: &'static str,
    postal_code: &'static str,
    fee: u32,
) -> Place {
    Place { village, district, regency, province, postal_code, fee }
}

impl Place {
    pub(super) fn address(&self, street: String, landmark: &str) -> AddressDraft {
        AddressDraft {
            street,
            village: self.village.to_owned(),
            district: self.district.to_owned(),
            regency: self.regency.to_owned(),
            province: self.province.to_owned(),
            postal_code: self.postal_code.to_owned(),
            landmark: landmark.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use tapak_domain::order::{OrderDraft, fill};
    use tapak_engine::{DISTRICTS, Places};

    use super::PLACES;

    #[test]
    fn every_place_is_one_a_total_may_be_sent_to() {
        let country = Places::load(DISTRICTS).unwrap();
        for place in PLACES {
            let draft = OrderDraft { address: place.address("Jl. Melati 3".into(), ""), ..OrderDraft::default() };
            let check = country.check(&fill(&draft).0.address).doubt;
            assert_eq!(check, None, "{}, {}", place.district, place.regency);
        }
    }
}
