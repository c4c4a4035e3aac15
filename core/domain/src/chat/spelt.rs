//! Numbers written as words: `tiga puluh sembilan`, `seratus delapan puluh sembilan ribu`.

use super::token::Page;

/// No amount of this shop needs more words.
const MOST_WORDS: usize = 16;

/// What a number word does to the number before it.
enum Step {
    Digit(u64),
    Teen,
    Times(u64),
    /// `seratus`: one of them, without a digit before it.
    One(u64),
}

#[derive(Default)]
struct Sum {
    total: u64,
    /// Below a thousand, without the digit that waits for what follows it.
    group: u64,
    digit: Option<u64>,
}

/// The number that begins at `at`, and the token after it.
pub(super) fn number_at(page: &Page<'_>, at: usize) -> Option<(u64, usize)> {
    let mut sum = Sum::default();
    let words = (at..page.len().min(at + MOST_WORDS)).take_while(|i| {
        let step = page.free(*i).filter(|token| token.is_word()).and_then(|token| step(&token.word));
        step.is_some_and(|step| sum.take(&step))
    });
    let count = words.count();
    (count > 0).then(|| (sum.value(), at + count))
}

impl Sum {
    /// Whether the word goes on with the number; if not it begins another one.
    fn take(&mut self, step: &Step) -> bool {
        match (step, self.digit) {
            (Step::Digit(digit), None) if self.takes_a_digit() => self.digit = Some(*digit),
            (Step::Teen, Some(digit)) if self.group.is_multiple_of(100) => self.put(10 + digit),
            (Step::Times(10), Some(digit)) if self.group.is_multiple_of(100) => self.put(10 * digit),
            (Step::Times(100), Some(digit)) if self.group == 0 => self.put(100 * digit),
            (Step::Times(scale), _) if *scale >= 1_000 && self.below() > 0 => self.scale(*scale),
            (Step::One(10 | 11), None) if self.group.is_multiple_of(100) => self.put(step.one()),
            (Step::One(100), None) if self.group == 0 => self.put(100),
            (Step::One(1_000), None) if self.group == 0 && self.total.is_multiple_of(1_000_000) => self.total += 1_000,
            _ => return false,
        }
        true
    }

    /// `sepuluh dua` are two numbers.
    fn takes_a_digit(&self) -> bool {
        let tens = self.group % 100;
        tens == 0 || (tens >= 20 && tens.is_multiple_of(10))
    }

    fn put(&mut self, value: u64) {
        self.group += value;
        self.digit = None;
    }

    fn below(&self) -> u64 {
        self.group + self.digit.unwrap_or(0)
    }

    fn scale(&mut self, scale: u64) {
        self.total += self.below() * scale;
        (self.group, self.digit) = (0, None);
    }

    fn value(&self) -> u64 {
        self.total + self.below()
    }
}

impl Step {
    fn one(&self) -> u64 {
        match self {
            Self::One(value) | Self::Digit(value) | Self::Times(value) => *value,
            Self::Teen => 10,
        }
    }
}

const DIGITS: [&str; 9] = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

fn step(word: &str) -> Option<Step> {
    let digit = (1..).zip(DIGITS).find(|(_, name)| *name == word).map(|(digit, _)| Step::Digit(digit));
    digit.or(match word {
        "lapan" => Some(Step::Digit(8)),
        "belas" => Some(Step::Teen),
        "puluh" => Some(Step::Times(10)),
        "ratus" => Some(Step::Times(100)),
        "ribu" => Some(Step::Times(1_000)),
        "juta" => Some(Step::Times(1_000_000)),
        "sepuluh" => Some(Step::One(10)),
        "sebelas" => Some(Step::One(11)),
        "seratus" => Some(Step::One(100)),
        "seribu" => Some(Step::One(1_000)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<(u64, usize)> {
        number_at(&Page::new(text), 0)
    }

    #[test]
    fn numbers_are_read_as_far_as_they_are_one() {
        for (text, value, words) in [
            ("satu", 1, 1),
            ("dua belas pasang", 12, 2),
            ("empat puluh satu sepasang", 41, 3),
            ("tiga puluh sembilan dua pasang", 39, 3),
            ("sepuluh", 10, 1),
            ("dua dua", 2, 1),
            ("sepuluh dua", 10, 1),
            ("seratus delapan puluh sembilan ribu", 189_000, 5),
            ("tiga ratus dua puluh lima ribu empat ratus tujuh belas", 325_417, 10),
            ("satu juta dua ratus ribu", 1_200_000, 5),
            ("seribu lima ratus", 1_500, 3),
        ] {
            assert_eq!(number(text), Some((value, words)), "{text}");
        }
        assert_eq!((number("rimba"), number("puluh"), number("ribu")), (None, None, None));
    }

    #[test]
    fn a_flood_of_words_is_no_number_of_ours() {
        let juta = "satu juta ".repeat(1_000);
        assert!(number(&juta).is_some_and(|(value, _)| value < 10_000_000));
    }
}
