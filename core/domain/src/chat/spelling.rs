//! Misspellings, and the capitals a name deserves.

/// Whether one wrong, missing, extra or swapped letter turns `written` into `meant`.
pub(super) fn is_near(written: &str, meant: &str) -> bool {
    let (written, meant): (Vec<char>, Vec<char>) = (written.chars().collect(), meant.chars().collect());
    if written.len().abs_diff(meant.len()) > 1 {
        return false;
    }
    let same = written.iter().zip(&meant).take_while(|(left, right)| left == right).count();
    match (&written[same..], &meant[same..]) {
        ([], _) | (_, []) => true,
        (written, meant) if written.len() > meant.len() => written[1..] == *meant,
        (written, meant) if written.len() < meant.len() => *written == meant[1..],
        (written, meant) => written[1..] == meant[1..] || is_swapped(written, meant),
    }
}

fn is_swapped(written: &[char], meant: &[char]) -> bool {
    match (written, meant) {
        ([first, second, rest @ ..], [left, right, end @ ..]) => first == right && second == left && rest == end,
        _ => false,
    }
}

/// Like [`is_near`], for words long enough that one letter is a slip and not another word.
pub(crate) fn is_misspelt(written: &str, meant: &str) -> bool {
    let long = |word: &str| word.chars().count() >= 5;
    long(written) && long(meant) && written.chars().next() == meant.chars().next() && is_near(written, meant)
}

/// Whether only vowels of `meant` were left out, as one thumb does: `cklt` for coklat, `psnan` for pesanan.
pub(super) fn is_shortened(written: &str, meant: &str) -> bool {
    let mut letters = written.chars().peekable();
    let kept = meant
        .chars()
        .all(|letter| letters.next_if_eq(&letter).is_some() || matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u'));
    kept && letters.peek().is_none()
        && (3..meant.len()).contains(&written.len())
        && written.chars().next() == meant.chars().next()
}

/// `dedi s` and `SITI AMINAH` as a label shows them; a name with its own capitals stays as it is.
pub(super) fn as_name(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mixed = text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    if mixed { text } else { words.iter().map(|word| capital(word)).collect::<Vec<_>>().join(" ") }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_the_finger_is_forgiven() {
        for (written, meant) in
            [("almat", "alamat"), ("nmaa", "nama"), ("alamaat", "alamat"), ("rinba", "rimba"), ("nama", "nama")]
        {
            assert!(is_near(written, meant), "{written}");
        }
        for (written, meant) in [("almt", "alamat"), ("rumah", "rimba"), ("", "ab")] {
            assert!(!is_near(written, meant), "{written}");
        }
    }

    #[test]
    fn short_words_are_never_called_misspelt() {
        assert!(!is_misspelt("jnx", "jne"));
        assert!(is_misspelt("sicepet", "sicepat"));
        assert!(!is_misspelt("timba", "rimba"));
    }

    #[test]
    fn a_word_without_some_of_its_vowels_is_still_that_word() {
        for (written, meant) in [("htm", "hitam"), ("cklt", "coklat"), ("mrah", "merah"), ("trkkr", "trekker")] {
            assert!(is_shortened(written, meant), "{written}");
        }
        for (written, meant) in [("htan", "hitam"), ("hm", "hitam"), ("hitam", "hitam"), ("item", "hitam")] {
            assert!(!is_shortened(written, meant), "{written}");
        }
    }

    #[test]
    fn names_get_their_capitals() {
        assert_eq!(as_name("dedi  s"), "Dedi S");
        assert_eq!(as_name("SITI AMINAH"), "Siti Aminah");
        assert_eq!(as_name("McDonald rina"), "McDonald rina");
    }
}
