//! The data of kecamatan read from its text: a heading, regencies, and under each its kecamatan.

use super::district::Seat;
use super::{District, Places, PostalCodes};
use crate::chat::regions::Regions;

const HEADING: &str = "# tapak-places 1, ";
const REMARK: char = '#';
const REGENCY: char = '=';

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlacesError {
    #[error("this is no data of places, or of a later form")]
    NotPlaces,
    #[error("line {0} of the places cannot be read")]
    Line(usize),
}

impl Places {
    /// All or nothing: half a country would call real kecamatan unknown.
    pub fn load(text: &str) -> Result<Self, PlacesError> {
        let version = text.lines().next().and_then(|line| line.strip_prefix(HEADING)).ok_or(PlacesError::NotPlaces)?;
        let regions = Regions::new();
        let mut reader = Reader { regions: &regions, seat: None, next: 1, districts: Vec::new() };
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with(REMARK) && !line.is_empty())
        {
            reader.read(line).ok_or(PlacesError::Line(index + 1))?;
        }
        let districts = reader.districts;
        Ok(Self::new(regions, districts, version.to_owned()))
    }
}

struct Reader<'r> {
    regions: &'r Regions,
    /// Under which regency we are, and its code.
    seat: Option<(Seat, String)>,
    /// The number of the next kecamatan when the line does not say another.
    next: u8,
    districts: Vec<District>,
}

impl Reader<'_> {
    fn read(&mut self, line: &str) -> Option<()> {
        match line.strip_prefix(REGENCY) {
            Some(regency) => self.enter(regency),
            None => self.add(line),
        }
    }

    /// `=34.04 Kab. Sleman`
    fn enter(&mut self, line: &str) -> Option<()> {
        let (code, title) = line.split_once(' ')?;
        self.seat = Some((Seat::new(self.regions.titled(title)?), code.to_owned()));
        self.next = 1;
        Some(())
    }

    /// `Depok|55281-55283`, with its number before it where one was left out: `07 Depok|…`
    fn add(&mut self, line: &str) -> Option<()> {
        let (seat, code) = self.seat.as_ref()?;
        let (named, postal_codes) = line.split_once('|')?;
        let (number, name) = numbered(named).unwrap_or((self.next, named));
        let code = format!("{code}.{number:02}");
        let postal_codes = PostalCodes::parse(postal_codes)?;
        self.districts.push(District::new(code, name.to_owned(), seat, postal_codes));
        self.next = number.checked_add(1)?;
        Some(())
    }
}

/// Always two digits and a space: `2 X 11 Kayu Tanam` is a name.
fn numbered(named: &str) -> Option<(u8, &str)> {
    let (number, name) = named.split_at_checked(2)?;
    Some((number.parse().ok()?, name.strip_prefix(' ')?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::country;

    #[test]
    fn every_kecamatan_of_the_country_is_there_with_its_postal_codes() {
        let places = country();
        assert_eq!(places.districts.len(), 7_285);
        let regencies: std::collections::BTreeSet<_> =
            places.districts.iter().map(|district| (district.province(), district.regency())).collect();
        assert_eq!(regencies.len(), 514);
        let depok = places.districts.iter().find(|district| district.code == "34.04.07");
        assert_eq!(depok.map(|d| (d.name.as_str(), d.regency())), Some(("Depok", "Kab. Sleman".to_owned())));
        assert!(places.version().contains("wilayah"));
    }

    #[test]
    fn the_regencies_hold_the_postal_codes_of_their_kecamatan() {
        for district in &country().districts {
            assert!(district.postal_codes.all().all(|code| district.regency.holds(code)), "{}", district.code);
        }
    }

    #[test]
    fn half_a_file_is_no_country() {
        let read = |text: &str| Places::load(text).map(|places| places.districts.len());
        assert_eq!(read(""), Err(PlacesError::NotPlaces));
        assert_eq!(read("<!doctype html>"), Err(PlacesError::NotPlaces));
        assert_eq!(read("# tapak-places 1, uji\n=34.04 Kab. Sleman\nGamping|55291-55295\n"), Ok(1));
        for broken in
            ["Gamping|55291", "=34.04 Kab. Sleman\nGamping", "=34.04 Kab. Sleman\nGamping|5529", "=99.99 Kab. Atlantis"]
        {
            assert!(matches!(read(&format!("# tapak-places 1, uji\n{broken}")), Err(PlacesError::Line(_))), "{broken}");
        }
    }
}
