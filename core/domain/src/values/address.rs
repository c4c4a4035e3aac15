//! Where a parcel goes, cut into the parts a courier asks for.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::PostalCode;
use super::text;

/// An Indonesian address. Parts nobody has said yet are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    #[serde(deserialize_with = "text::line::<_, 200>")]
    pub street: String,
    #[serde(deserialize_with = "text::line::<_, 80>")]
    pub village: String,
    #[serde(deserialize_with = "text::line::<_, 80>")]
    pub district: String,
    #[serde(deserialize_with = "text::line::<_, 80>")]
    pub regency: String,
    #[serde(deserialize_with = "text::line::<_, 80>")]
    pub province: String,
    pub postal_code: Option<PostalCode>,
    #[serde(deserialize_with = "text::line::<_, 200>")]
    pub landmark: String,
}

impl Address {
    /// The parts without which no courier takes the parcel, by the name of their field.
    pub fn missing(&self) -> Vec<&'static str> {
        let needed = [
            ("street", self.street.is_empty()),
            ("district", self.district.is_empty()),
            ("regency", self.regency.is_empty()),
            ("postal_code", self.postal_code.is_none()),
        ];
        needed.into_iter().filter_map(|(name, absent)| absent.then_some(name)).collect()
    }

    /// The same address bounded and tidied as it would be after storage.
    pub fn clean(&self) -> Result<Self, text::TextError> {
        Ok(Self {
            street: text::clean(&self.street, 200)?,
            village: text::clean(&self.village, 80)?,
            district: text::clean(&self.district, 80)?,
            regency: text::clean(&self.regency, 80)?,
            province: text::clean(&self.province, 80)?,
            postal_code: self.postal_code.clone(),
            landmark: text::clean(&self.landmark, 200)?,
        })
    }

    /// As it is written on a parcel, from the door outward; without the landmark, which has a place of its own there.
    pub fn lines(&self) -> Vec<String> {
        let (district, last) = (self.labelled_district(), self.province_and_postal_code());
        let parts = [vec![&self.street], vec![&self.village, &district], vec![&self.regency, &last]];
        let said = parts.map(|parts| parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>());
        said.into_iter().map(|parts| parts.join(", ")).filter(|line| !line.is_empty()).collect()
    }

    fn labelled_district(&self) -> String {
        if self.district.is_empty() { String::new() } else { format!("Kec. {}", self.district) }
    }

    fn province_and_postal_code(&self) -> String {
        let postal_code = self.postal_code.as_ref().map_or("", PostalCode::as_str);
        [self.province.as_str(), postal_code].join(" ").trim().to_owned()
    }

    /// Everything in one line, as it is read back to the buyer.
    pub fn one_line(&self) -> String {
        let (district, last) = (self.labelled_district(), self.province_and_postal_code());
        let landmark = if self.landmark.is_empty() { String::new() } else { format!("({})", self.landmark) };
        let parts = [&self.street, &self.village, &district, &self.regency, &last, &landmark];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.one_line())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_rina() -> Address {
        Address {
            street: "Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21".to_owned(),
            village: "Condongcatur".to_owned(),
            district: "Depok".to_owned(),
            regency: "Kab. Sleman".to_owned(),
            province: "DI Yogyakarta".to_owned(),
            postal_code: PostalCode::parse("55283").ok(),
            landmark: "dpn masjid".to_owned(),
        }
    }

    #[test]
    fn a_whole_address_reads_as_one_line() {
        assert_eq!(
            of_rina().one_line(),
            "Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21, Condongcatur, Kec. Depok, Kab. Sleman, \
             DI Yogyakarta 55283, (dpn masjid)"
        );
        assert_eq!(Address::default().one_line(), "");
    }

    #[test]
    fn on_a_parcel_it_is_written_from_the_door_outward() {
        let lines = of_rina().lines();
        let written = ["Condongcatur, Kec. Depok", "Kab. Sleman, DI Yogyakarta 55283"];
        assert_eq!(lines[1..], written);
        let half = Address { regency: "Kota Bandung".to_owned(), ..Address::default() };
        assert_eq!(half.lines(), ["Kota Bandung"]);
    }

    #[test]
    fn an_address_says_which_parts_it_lacks() {
        assert!(of_rina().missing().is_empty());
        assert_eq!(Address::default().missing(), ["street", "district", "regency", "postal_code"]);
    }

    #[test]
    fn a_stored_address_is_tidied_and_bounded_as_it_is_read() {
        let read = |json: &str| serde_json::from_str::<Address>(json).ok();
        assert_eq!(read(r#"{"street":" Jl  A\n1 "}"#).map(|a| a.street), Some("Jl A 1".to_owned()));
        assert_eq!(read(&format!(r#"{{"village":"{}"}}"#, "x".repeat(81))), None);
        assert_eq!(read(r#"{"postal_code":"99"}"#), None);
    }
}
