//! One line of human text: bounded, trimmed, free of what a screen cannot show.

use serde::{Deserialize, Deserializer, de::Error as _};
use thiserror::Error;

/// Why a line of text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextError {
    #[error("the text is longer than {max} characters")]
    TooLong { max: usize },
}

impl TextError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "text.too_long",
        }
    }
}

/// Folds white space into single spaces, drops control characters, and bounds the length in characters.
pub fn clean(text: &str, max: usize) -> Result<String, TextError> {
    let mut line = String::with_capacity(text.len().min(max * 4));
    let mut length = 0;
    for word in text.split_whitespace() {
        let before = line.len();
        if !line.is_empty() {
            line.push(' ');
        }
        let start = line.len();
        line.extend(word.chars().filter(|c| !is_invisible(*c)));
        if line.len() == start {
            line.truncate(before);
        }
        length += line[before..].chars().count();
        if length > max {
            return Err(TextError::TooLong { max });
        }
    }
    Ok(line)
}

/// Direction overrides and zero-width marks let one name pose as another, so they go with the control characters.
/// The zero-width joiner stays: it holds emoji together.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// A field of text that is cleaned as it is read.
pub(super) fn line<'de, D, const MAX: usize>(source: D) -> Result<String, D::Error>
where
    D: Deserializer<'de>,
{
    let text = String::deserialize(source)?;
    clean(&text, MAX).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_name_loses_its_line_breaks_but_not_its_words() {
        assert_eq!(clean("  Rina\n\tMarlina \r\n", 20), Ok("Rina Marlina".to_owned()));
    }

    #[test]
    fn characters_nobody_can_see_are_dropped() {
        assert_eq!(clean("Ri\u{0}na\u{202E}\u{200B} \u{FEFF} M", 20), Ok("Rina M".to_owned()));
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert_eq!(clean("éééé", 4), Ok("éééé".to_owned()));
        let refused = clean("ééééé", 4);
        assert_eq!(refused, Err(TextError::TooLong { max: 4 }));
        assert_eq!(refused.map_err(|e| e.code()), Err("text.too_long"));
    }
}
