//! What couriers ask in the demo shop: a table for each service, with the cities parcels go to and kecamatan people buy from.

use std::fmt::Write;

use tapak_domain::values::Courier;
use tapak_engine::command::Command;

use super::parcels::{CARRIERS, Carrier};
use super::places::PLACES;

const HEAD: &str = "Kota/Kabupaten;Kecamatan;Tarif per Kg\n";

/// Whole cities and regencies, nearer ones first, and what a kilogram there costs with the service asked for most.
#[rustfmt::skip]
const REGENCIES: &[(&str, u32)] = &[
    ("Kota Bandung", 9_000), ("Kab. Bandung", 9_500), ("Kab. Bandung Barat", 10_000), ("Kota Cimahi", 9_000),
    ("Kab. Sumedang", 10_000), ("Kab. Garut", 11_000), ("Kota Tasikmalaya", 11_000), ("Kab. Subang", 11_000),
    ("Kab. Purwakarta", 11_000), ("Kab. Cianjur", 11_000), ("Kota Sukabumi", 12_000), ("Kab. Karawang", 12_000),
    ("Kota Cirebon", 12_000), ("Kota Bogor", 12_000), ("Kab. Bogor", 12_500), ("Kota Depok", 12_000),
    ("Kota Bekasi", 12_000), ("Kab. Bekasi", 12_500), ("Kota Jakarta Pusat", 11_000), ("Kota Jakarta Utara", 11_000),
    ("Kota Jakarta Barat", 11_000), ("Kota Jakarta Selatan", 11_000), ("Kota Jakarta Timur", 11_000),
    ("Kota Tangerang", 12_000), ("Kota Tangerang Selatan", 12_000), ("Kab. Tangerang", 12_500),
    ("Kota Serang", 14_000), ("Kota Cilegon", 14_000),
    ("Kota Yogyakarta", 18_000), ("Kab. Sleman", 18_000), ("Kab. Bantul", 18_500), ("Kab. Gunungkidul", 20_000),
    ("Kab. Kulon Progo", 20_000), ("Kota Semarang", 17_000), ("Kota Surakarta", 18_000), ("Kab. Sukoharjo", 18_500),
    ("Kab. Klaten", 18_500), ("Kota Magelang", 18_000), ("Kota Tegal", 17_000), ("Kota Pekalongan", 17_000),
    ("Kab. Banyumas", 17_500), ("Kab. Cilacap", 18_000), ("Kab. Wonosobo", 20_000), ("Kab. Kudus", 18_500),
    ("Kota Surabaya", 19_000), ("Kab. Sidoarjo", 19_500), ("Kab. Gresik", 19_500), ("Kota Malang", 20_000),
    ("Kab. Malang", 21_500), ("Kota Batu", 21_000), ("Kota Kediri", 21_000), ("Kota Madiun", 20_000),
    ("Kab. Jember", 22_000), ("Kab. Banyuwangi", 23_000),
    ("Kota Denpasar", 24_000), ("Kab. Badung", 24_000), ("Kab. Gianyar", 25_000), ("Kota Mataram", 30_000),
    ("Kab. Lombok Timur", 37_000), ("Kota Kupang", 48_000), ("Kab. Manggarai Barat", 52_000),
    ("Kota Bandar Lampung", 22_000), ("Kota Palembang", 27_000), ("Kota Bengkulu", 30_000), ("Kota Jambi", 30_000),
    ("Kota Padang", 33_000), ("Kota Pekanbaru", 32_000), ("Kota Batam", 35_000), ("Kota Medan", 36_000),
    ("Kota Banda Aceh", 41_000),
    ("Kota Pontianak", 37_000), ("Kota Palangkaraya", 38_000), ("Kota Banjarmasin", 37_000),
    ("Kota Banjarbaru", 39_000), ("Kota Balikpapan", 41_000), ("Kota Samarinda", 42_000),
    ("Kota Makassar", 38_000), ("Kota Palu", 45_000), ("Kota Kendari", 46_000), ("Kota Gorontalo", 47_000),
    ("Kota Manado", 47_000), ("Kota Ambon", 64_000), ("Kota Ternate", 66_000), ("Kota Sorong", 78_000),
    ("Kota Jayapura", 82_000), ("Kab. Jayapura", 87_000),
];

/// As the owner imported them from what the agents sent.
pub(super) fn imports() -> impl Iterator<Item = Command> {
    CARRIERS.iter().map(import)
}

fn import(carrier: &Carrier) -> Command {
    let Carrier { courier, service, .. } = *carrier;
    let name = Courier::from_code(courier).map_or(courier, Courier::name);
    Command::ImportTariffs {
        courier: courier.to_owned(),
        service: service.to_owned(),
        file: format!("Tarif {name} {service} dari Bandung.csv"),
        text: table(carrier),
        replace: false,
    }
}

fn table(carrier: &Carrier) -> String {
    let regencies = REGENCIES.iter().map(|(regency, usual)| (*regency, "", *usual));
    let districts = PLACES.iter().map(|place| (place.regency, place.district, place.fee));
    let mut text = HEAD.to_owned();
    for (regency, district, usual) in regencies.chain(districts) {
        let _ = writeln!(text, "{regency};{district};{}", carrier.per_kilogram(usual));
    }
    text
}

#[cfg(test)]
mod tests {
    use tapak_domain::tariff::table;
    use tapak_domain::values::Courier;
    use tapak_engine::{DISTRICTS, Places};

    use super::{Command, imports};

    #[test]
    fn every_row_of_every_table_is_a_place_of_the_country_at_a_price() {
        let country = Places::load(DISTRICTS).unwrap();
        let mut rows = 0;
        for import in imports() {
            let Command::ImportTariffs { courier, service, text, .. } = import else { panic!("{import:?}") };
            for row in table::read(&text, Courier::from_code(&courier), &service, &country).unwrap() {
                assert_eq!((row.problem, row.doubt), (None, None), "{}, {}", row.district, row.regency);
                rows += 1;
            }
        }
        assert!(rows > 1_000, "{rows}");
    }
}
