//! Kecamatan offered while one types: by the beginnings of names, by the regency, by a postal code.

use super::names::{self, key};
use super::{District, Places, is_among};
use crate::chat::spelling::is_misspelt;

/// From so many digits on, a number is the beginning of a postal code.
const DIGITS: usize = 3;

impl Places {
    /// The likeliest first, at most `most`. What lies in `regency` comes before what lies elsewhere; with nothing typed,
    /// it is what lies there.
    pub fn suggest(&self, text: &str, regency: &str, most: usize) -> Vec<&District> {
        let words: Vec<_> =
            names::words(text).into_iter().filter(|word| word != "kec" && word != "kecamatan").collect();
        let meant = self.regencies(regency);
        if words.is_empty() && meant.is_empty() {
            return Vec::new();
        }
        let fits = |district: &&District| words.iter().all(|word| begins(district, word));
        let mut found: Vec<_> = self.districts.iter().filter(fits).collect();
        let wanted = words.concat();
        if found.is_empty() {
            found = self.districts.iter().filter(|district| is_misspelt(&wanted, &district.key)).collect();
        }
        if words.is_empty() {
            found.retain(|district| is_among(&district.regency, &meant));
        }
        let there = |district: &District| !meant.is_empty() && meant.contains(&district.regency);
        found.sort_by_cached_key(|district| {
            (!there(district), district.key != wanted, !district.key.starts_with(&wanted), district.name.clone())
        });
        found.truncate(most);
        found
    }
}

fn begins(district: &District, word: &str) -> bool {
    if word.len() >= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return district.postal_codes.begin_with(word);
    }
    district.words.match_indices(word).any(|(at, _)| at > 0 && district.words.as_bytes()[at - 1] == b' ')
        || district.key.starts_with(&key(word))
}

#[cfg(test)]
mod tests {
    use crate::place::country;

    fn offered(text: &str, regency: &str) -> Vec<String> {
        let places = country();
        places.suggest(text, regency, 3).iter().map(|d| format!("{}, {}", d.name, d.regency())).collect()
    }

    #[test]
    fn a_few_letters_are_enough_and_the_regency_that_was_said_comes_first() {
        assert_eq!(offered("depo", "Kab. Sleman")[0], "Depok, Kab. Sleman");
        assert_eq!(offered("depok sle", "")[0], "Depok, Kab. Sleman");
        assert_eq!(offered("cilo", "")[0], "Cilodong, Kota Depok");
        assert!(offered("", "Kab. Sleman").iter().all(|place| place.ends_with("Kab. Sleman")));
        assert!(offered("", "").is_empty());
        assert!(offered("qqqq", "").is_empty());
    }

    #[test]
    fn a_postal_code_finds_its_kecamatan() {
        assert_eq!(offered("16415", ""), ["Cilodong, Kota Depok"]);
        assert!(offered("5528", "").contains(&"Depok, Kab. Sleman".to_owned()));
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven() {
        assert_eq!(offered("cilodnog", ""), ["Cilodong, Kota Depok"]);
    }
}
