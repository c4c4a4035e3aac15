//! Names of places made comparable: case, spaces, full stops and the usual short forms do not tell two names apart.

use crate::chat::regions::Status;

/// Short forms in names of kecamatan, and numbers that others write in Roman.
const WORDS: &[(&str, &str)] = &[
    ("gn", "gunung"),
    ("kep", "kepulauan"),
    ("1", "i"),
    ("2", "ii"),
    ("3", "iii"),
    ("4", "iv"),
    ("5", "v"),
    ("6", "vi"),
    ("7", "vii"),
];
const DISTRICT: &[&str] = &["kec", "kecamatan"];
const REGENCY: &[&str] = &["kab", "kabupaten"];
const CITY: &[&str] = &["kota", "kodya", "kotamadya"];
/// `Kota Administrasi Jakarta Barat` is a city like any other here.
const ADMINISTRATIVE: &[&str] = &["adm", "administrasi"];

/// The name of a kecamatan by which two spellings of it are the same.
pub fn key(name: &str) -> String {
    let words = words(name);
    let begun = usize::from(words.len() > 1 && words.first().is_some_and(|word| DISTRICT.contains(&word.as_str())));
    words[begun..].concat()
}

/// Its words, in lower case, short forms written out.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.replace(['\'', '’', '`'], "").to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| WORDS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long).to_owned()).collect()
}

/// As names of regencies are looked up.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// `Kab.` or `Kota` before the name, or behind a comma as tables have it, and the name without it.
pub(super) fn split_status(written: &str) -> (Status, &str) {
    let written = written.trim();
    if let Some((name, behind)) = written.rsplit_once(',') {
        let status = status_of(behind);
        if status != Status::Unsaid {
            return (status, name);
        }
    }
    let (first, rest) = first_word(written);
    let status = status_of(first);
    // `Kotabaru` is one word, and `Kota Baru` the same place.
    let in_two_words = status == Status::City && letters(rest) == "baru";
    if rest.is_empty() || in_two_words || status == Status::Unsaid {
        return (Status::Unsaid, written);
    }
    (status, without_administrative(rest))
}

fn without_administrative(name: &str) -> &str {
    let (first, rest) = first_word(name);
    if !rest.is_empty() && ADMINISTRATIVE.contains(&letters(first).as_str()) { rest } else { name }
}

fn first_word(text: &str) -> (&str, &str) {
    let end = text.find([' ', '.']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    (first, rest.trim_start_matches([' ', '.']))
}

fn status_of(word: &str) -> Status {
    let word = letters(word);
    match word.as_str() {
        word if REGENCY.contains(&word) => Status::Regency,
        word if CITY.contains(&word) => Status::City,
        _ => Status::Unsaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_kecamatan_have_one_key() {
        for (written, same) in [
            ("Kec. Depok", "depok"),
            ("ILIR BARAT 1", "Ilir Barat I"),
            ("Gunung Bintang Awai", "Gn. Bintang Awai"),
            ("Biru-biru", "Biru Biru"),
            ("Sangalla", "Sangalla'"),
            ("Kec", "kec"),
        ] {
            assert_eq!(key(written), key(same), "{written}");
        }
        assert_ne!(key("Kecapi"), key("api"));
    }
}
