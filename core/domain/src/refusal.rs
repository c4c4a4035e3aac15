//! A refusal at the border: a stable code and the field it is about. Each verb names its own; this is their common shape.

/// What a verb's own refusal becomes when it leaves the domain. The sentence for the code lives in the UI's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable, such as `phone.too_short`.
    pub code: &'static str,
    /// Where in the draft: `buyer_phone`, `lines.2.size`; empty when it is about the whole.
    pub field: String,
}

impl Refusal {
    pub fn whole(code: &'static str) -> Self {
        Self { code, field: String::new() }
    }

    pub fn at(field: impl Into<String>, code: &'static str) -> Self {
        Self { code, field: field.into() }
    }
}

/// Runs a fallible reading of one field; the problem is noted under the field's name and the reading goes on.
pub(crate) fn note<T>(problems: &mut Vec<Refusal>, field: &str, result: Result<T, &'static str>) -> Option<T> {
    result.map_err(|code| problems.push(Refusal::at(field, code))).ok()
}
