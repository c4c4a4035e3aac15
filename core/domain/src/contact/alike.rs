//! Names that may be one person's: written by ear, shortened, or with another form of address before them.

/// What people are called by, and is no part of a name.
const ADDRESSED: &[&str] = &[
    "ibu", "bu", "bunda", "bpk", "bapak", "pak", "mbak", "mba", "mas", "kak", "kakak", "teh", "teteh", "kang", "mang",
    "aa", "cik", "ci", "ko", "koko", "om", "tante", "haji", "hajjah", "h", "hj", "dr", "drs", "ir",
];
/// Spellings that sound alike: old ones, and those that follow the ear.
const SOUNDS: &[(&str, &str)] = &[
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("bh", "b"),
    ("ph", "p"),
    ("f", "p"),
    ("v", "p"),
    ("z", "s"),
    ("q", "k"),
    ("x", "ks"),
    ("y", "i"),
];
/// A name this long may hold one slip and still be the same.
const LONG: usize = 5;

/// A name as it is compared: its words as they sound, without forms of address. Names that sound alike begin alike.
pub fn name_key(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named: Vec<_> = words.iter().copied().filter(|word| !ADDRESSED.contains(word)).collect();
    let counted = if named.is_empty() { words } else { named };
    counted.into_iter().map(sound).collect::<Vec<_>>().join(" ")
}

fn sound(word: &str) -> String {
    let spelt = SOUNDS.iter().fold(word.to_owned(), |word, (written, sound)| word.replace(written, sound));
    let mut letters: Vec<char> = spelt.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// May two names be one person's? Both as [`name_key`] writes them. Every word of the shorter one has to be in the other: the
/// first whole, a later one at least begun. A first name alone is nobody's in particular.
pub fn alike(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| name.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let (Some((first, rest)), Some((their_first, theirs))) = (short.split_first(), long.split_first()) else {
        return false;
    };
    if rest.is_empty() && !theirs.is_empty() {
        return false;
    }
    let mut theirs = theirs.iter();
    same(first, their_first) && rest.iter().all(|word| theirs.any(|their| same(word, their) || begun(word, their)))
}

fn begun(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

fn same(one: &str, other: &str) -> bool {
    one == other || (one.len().min(other.len()) >= LONG && one_slip(one, other))
}

/// One letter too many, too few, or another one.
fn one_slip(one: &str, other: &str) -> bool {
    let [one, other]: [Vec<char>; 2] = [one, other].map(|word| word.chars().collect());
    let ahead = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let behind = one[ahead..].iter().rev().zip(other[ahead..].iter().rev()).take_while(|(a, b)| a == b).count();
    one.len().max(other.len()) - ahead - behind <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meets(one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(name_key);
        alike(&one, &other) && alike(&other, &one)
    }

    #[test]
    fn r25_names_written_by_ear_or_shortened_may_be_one_person() {
        for (one, other) in [
            ("Rina Wulandari", "rina wulandari"),
            ("Rina Wulandari", "Bu Rina W."),
            ("Rina Wulandari", "Rina Wulandhari"),
            ("Rizky Firmansyah", "Riski Pirmansyah"),
            ("Joko Soesanto", "Djoko Susanto"),
            ("Siti Nur Aminah", "Hj. Siti Aminah"),
            ("Rahmawati", "Rachmawati"),
            ("Sukarno", "Soekarno"),
        ] {
            assert!(meets(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn r25_who_only_shares_a_first_name_is_somebody_else() {
        for (one, other) in [
            ("Rina Wulandari", "Rina"),
            ("Rina Wulandari", "Rina Marlina"),
            ("Rina Wulandari", "Rini Wulandari"),
            ("Siti Aminah", "Siti Rahma"),
            ("Dedi", "Deni"),
            ("", "Rina"),
            ("", ""),
        ] {
            assert!(!meets(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn a_name_that_is_only_a_form_of_address_stays_a_name() {
        assert_eq!(name_key("Mas"), "mas");
        assert_eq!(name_key("Pak  H. Yusuf"), "iusup");
    }
}
