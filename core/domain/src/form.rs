//! Reading a form's fields one by one, so that every problem is named by its field and what reads well is kept.

use crate::order::AddressDraft;
use crate::refusal::{Refusal, note};
use crate::values::{Address, PostalCode, TextError, clean};

/// Longest name, in characters: a label must fit its paper.
pub(crate) const NAME: usize = 80;
/// Longest reason, in characters.
pub(crate) const REASON: usize = 300;
/// Longest street line or landmark, in characters.
const STREET: usize = 200;

pub(crate) fn fill_address(problems: &mut Vec<Refusal>, at: &str, draft: &AddressDraft) -> Address {
    let mut part = |name: &str, value: &str, most| text(problems, &format!("{at}.{name}"), value, most);
    let street = part("street", &draft.street, STREET);
    let village = part("village", &draft.village, NAME);
    let district = part("district", &draft.district, NAME);
    let regency = part("regency", &draft.regency, NAME);
    let province = part("province", &draft.province, NAME);
    let landmark = part("landmark", &draft.landmark, STREET);
    let postal_code = optional(problems, &format!("{at}.postal_code"), &draft.postal_code, |t| {
        PostalCode::parse(t).map_err(|e| e.code())
    });
    Address { street, village, district, regency, province, postal_code, landmark }
}

pub(crate) fn text(problems: &mut Vec<Refusal>, field: &str, value: &str, most: usize) -> String {
    note(problems, field, clean(value, most).map_err(|e| e.code())).unwrap_or_default()
}

pub(crate) fn paragraphs(problems: &mut Vec<Refusal>, field: &str, value: &str, most: usize) -> String {
    note(problems, field, clean_paragraphs(value, most).map_err(|e| e.code())).unwrap_or_default()
}

/// An empty field is absent, not wrong.
pub(crate) fn optional<T>(
    problems: &mut Vec<Refusal>,
    field: &str,
    value: &str,
    parse: impl FnOnce(&str) -> Result<T, &'static str>,
) -> Option<T> {
    if value.trim().is_empty() { None } else { note(problems, field, parse(value)) }
}

/// Text that keeps its line breaks; empty lines at both ends go.
fn clean_paragraphs(value: &str, most: usize) -> Result<String, TextError> {
    let lines = value.lines().map(|line| clean(line, most)).collect::<Result<Vec<_>, _>>()?;
    let text = lines.join("\n").trim().to_owned();
    if text.chars().count() > most { Err(TextError::TooLong { max: most }) } else { Ok(text) }
}
