//! What time it is where the parcel goes.

use super::reading::Reading;

/// Provinces one and two hours ahead of Bandung; the rest of the country keeps its time.
const WITA: &[&str] = &[
    "Bali",
    "Nusa Tenggara Barat",
    "Nusa Tenggara Timur",
    "Kalimantan Selatan",
    "Kalimantan Timur",
    "Kalimantan Utara",
    "Gorontalo",
];
const WIT: &[&str] = &["Maluku", "Papua"];

/// The code of a province's time, empty where no province is known.
pub(super) fn of(province: &str) -> &'static str {
    let island = |names: &[&str]| names.iter().any(|name| province.starts_with(name));
    match province {
        "" => "",
        _ if island(WIT) => "wit",
        _ if island(WITA) || province.starts_with("Sulawesi") => "wita",
        _ => "wib",
    }
}

impl Reading {
    /// `wib`, `wita` or `wit` by the province of the address; empty where none was understood.
    pub fn time_zone(&self) -> &'static str {
        self.address.as_ref().map_or("", |found| of(&found.value.province))
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_country_has_three_times() {
        for (province, zone) in [
            ("Papua Pegunungan", "wit"),
            ("Maluku Utara", "wit"),
            ("Sulawesi Tenggara", "wita"),
            ("Bali", "wita"),
            ("Kalimantan Barat", "wib"),
            ("Jawa Barat", "wib"),
            ("", ""),
        ] {
            assert_eq!(of(province), zone, "{province}");
        }
    }
}
