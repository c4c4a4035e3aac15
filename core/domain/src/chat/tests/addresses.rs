//! Places that share their names, and what settles them.

use super::shop::understand;
use crate::chat::{Confidence, Found, Hint};
use crate::values::Address;

fn address(text: &str) -> Option<Found<Address>> {
    understand(&format!("Alamat: {text}")).address
}

fn regency(text: &str) -> String {
    address(text).map(|found| found.value.regency).unwrap_or_default()
}

fn hint(text: &str) -> Option<Hint> {
    address(text).and_then(|found| found.hint)
}

#[test]
fn depok_is_a_city_or_a_district_by_what_stands_around_it() {
    for (text, expected) in [
        ("Jl A 1, Kec. Depok, Kab. Sleman, DIY 55283", "Kab. Sleman"),
        ("Jl A 1, Condongcatur, Depok, Sleman, Jogja 55283", "Kab. Sleman"),
        ("Jl A 1, Sleman, Depok 55283", "Kab. Sleman"),
        ("Jl A 1 kec cilodong depok 16415", "Kota Depok"),
        ("Jl A 1, Kec. Beji, Depok", "Kota Depok"),
        ("Jl A 1, Kec. Cinere, Kota Depok, Jabar", "Kota Depok"),
    ] {
        assert_eq!(regency(text), expected, "{text}");
    }
}

#[test]
fn two_cities_and_nothing_to_settle_them_are_never_sure() {
    let found = address("Jl A 1, Kec. B, Sleman, Depok");
    assert_eq!(found.as_ref().map(|found| found.confidence), Some(Confidence::Guess));
    assert!(matches!(found.and_then(|found| found.hint), Some(Hint::RegencyAmbiguous { .. })));
}

#[test]
fn nicknames_lead_to_regency_and_province() {
    for (text, regency, province) in [
        ("Jl A 1, jaksel", "Kota Jakarta Selatan", "DKI Jakarta"),
        ("Jl A 1, jakbar", "Kota Jakarta Barat", "DKI Jakarta"),
        ("Jl A 1, bdg", "Kota Bandung", "Jawa Barat"),
        ("Jl A 1, sby", "Kota Surabaya", "Jawa Timur"),
        ("Jl A 1, jogja", "Kota Yogyakarta", "DI Yogyakarta"),
        ("Jl A 1, tangsel", "Kota Tangerang Selatan", "Banten"),
        ("Jl A 1, Kec. B, smg jateng", "Kota Semarang", "Jawa Tengah"),
    ] {
        let value = address(text).map(|found| found.value).unwrap_or_default();
        assert_eq!((value.regency.as_str(), value.province.as_str()), (regency, province), "{text}");
    }
}

#[test]
fn a_shared_name_is_settled_by_the_postal_code_or_asked() {
    assert_eq!(regency("Jl A 1, Kec. Coblong, Bandung 40132"), "Kota Bandung");
    assert_eq!(regency("Jl A 1, Kec. Soreang, Bandung 40911"), "Kab. Bandung");
    assert_eq!(regency("Jl A 1, Kec. B, Bandung"), "");
    let options = vec!["Kab. Bandung".to_owned(), "Kota Bandung".to_owned()];
    assert_eq!(hint("Jl A 1, Kec. B, Bandung"), Some(Hint::RegencyAmbiguous { options }));
}

#[test]
fn jakarta_alone_is_settled_by_the_postal_code_or_left_open() {
    assert_eq!(regency("Jl. Gajah Mada 5, Jakarta 11130"), "Kota Jakarta Barat");
    assert_eq!(regency("Jl. Gajah Mada 5, jkt"), "");
}

#[test]
fn a_postal_code_of_another_place_is_pointed_out() {
    let found = address("Jl. Ahmad Yani 5, Kec. Depok, Kab. Sleman, DIY 16415");
    let elsewhere = Hint::PostalCodeElsewhere { regency: "Kota Depok".to_owned() };
    assert_eq!(found.map(|found| (found.confidence, found.hint)), Some((Confidence::Guess, Some(elsewhere))));
}

#[test]
fn a_misspelt_regency_is_understood_and_an_unknown_one_is_kept_as_written() {
    assert_eq!(regency("Jl A 1, Kec. B, Kab. Slemann"), "Kab. Sleman");
    assert_eq!(hint("Jl A 1, Kec. B, Kab. Slemann"), Some(Hint::RegencyMisspelt { word: "Slemann".to_owned() }));
    assert_eq!(regency("Jl A 1, Kec. B, Kab. Atlantis"), "Kab. Atlantis");
    assert_eq!(hint("Jl A 1, Kec. B, Kab. Atlantis"), Some(Hint::RegencyUnknown { word: "Kab. Atlantis".to_owned() }));
}

#[test]
fn a_street_named_after_a_city_is_a_street() {
    let value =
        address("Jl. Raya Bogor KM 30, Kec. Cimanggis, Depok 16451").map(|found| found.value).unwrap_or_default();
    assert_eq!((value.street.as_str(), value.regency.as_str()), ("Jl. Raya Bogor KM 30", "Kota Depok"));
    assert_eq!(address("Jl. Jakarta 20").map(|found| found.value.street), Some("Jl. Jakarta 20".to_owned()));
}

#[test]
fn a_district_called_kota_is_no_city() {
    let value = address("Desa Kota Baru, Kec. Kota Baru, Kab. Karawang").map(|found| found.value).unwrap_or_default();
    assert_eq!((value.village.as_str(), value.district.as_str()), ("Kota Baru", "Kota Baru"));
    let value = address("Jl. Kota 4, Kec. Medan Kota, Kota Medan 20212").map(|found| found.value).unwrap_or_default();
    assert_eq!((value.district.as_str(), value.regency.as_str()), ("Medan Kota", "Kota Medan"));
}

#[test]
fn dotted_and_long_names_of_provinces_are_known() {
    for text in ["Jl A 1, Sleman, D.I. Yogyakarta", "Jl A 1, Sleman, Daerah Istimewa Yogyakarta", "Jl A 1, Sleman, DIY"]
    {
        let value = address(text).map(|found| found.value).unwrap_or_default();
        assert_eq!((value.regency.as_str(), value.province.as_str()), ("Kab. Sleman", "DI Yogyakarta"), "{text}");
        assert_eq!(value.street, "Jl A 1", "{text}");
    }
}

#[test]
fn a_gated_estate_called_kota_is_no_place_to_ship_to() {
    let reading = understand("saya tinggal di kota baru parahyangan, mau pesan rimba coklat 40");
    assert_eq!(reading.address, None);
}
