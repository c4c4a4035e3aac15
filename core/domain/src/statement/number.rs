//! Amounts as banks write them: Indonesian and English marks, sen, and the sign or letters that say in or out.

/// Which way the money went, seen from the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Credit,
    Debit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// Hundredths of a rupiah, never below zero.
    pub(super) sen: i64,
    /// Said with the number: `CR`, `DB`, a minus, brackets.
    pub(super) side: Option<Side>,
}

/// The cell holds something, and it is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoAmount;

/// More digits than any account of this shop; stopping early keeps the arithmetic inside `i64`.
const DIGITS: usize = 15;

/// Longest first, so that no mark hides in another.
const MARKS: &[(&str, Side)] = &[
    ("CREDIT", Side::Credit),
    ("KREDIT", Side::Credit),
    ("KELUAR", Side::Debit),
    ("MASUK", Side::Credit),
    ("DEBIT", Side::Debit),
    ("DEBET", Side::Debit),
    ("CR", Side::Credit),
    ("KR", Side::Credit),
    ("DB", Side::Debit),
    ("DR", Side::Debit),
    ("C", Side::Credit),
    ("K", Side::Credit),
    ("D", Side::Debit),
    ("+", Side::Credit),
    ("-", Side::Debit),
];

/// A cell that says in or out and nothing else.
pub(super) fn side(cell: &str) -> Option<Side> {
    let word = cell.trim_matches(|c: char| c.is_whitespace() || "().'".contains(c)).to_uppercase();
    MARKS.iter().find(|(mark, _)| *mark == word).map(|(_, side)| *side)
}

/// Nothing for an empty cell, or one with only a dash.
pub(super) fn read(cell: &str) -> Result<Option<Amount>, NoAmount> {
    let text = cell.trim().trim_start_matches('\'').to_uppercase();
    let (text, bracketed) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => (inner, Some(Side::Debit)),
        None => (text.as_str(), None),
    };
    let text = text.strip_suffix(",-").or_else(|| text.strip_suffix(".-")).unwrap_or(text);
    let (text, first) = mark_before(text);
    let (text, last) = mark_behind(without_currency(text));
    let (text, second) = mark_before(text);
    if text.is_empty() {
        return Ok(None);
    }
    let sen = sen(text).ok_or(NoAmount)?;
    Ok(Some(Amount { sen, side: bracketed.or(first).or(second).or(last) }))
}

fn without_currency(text: &str) -> &str {
    let bare = text.strip_prefix("RP").or_else(|| text.strip_prefix("IDR"));
    bare.map_or(text, |bare| bare.trim_start().strip_prefix('.').unwrap_or(bare)).trim()
}

fn mark_before(text: &str) -> (&str, Option<Side>) {
    let text = text.trim();
    let found = MARKS.iter().find_map(|(mark, side)| Some((text.strip_prefix(mark)?, *side)));
    found.map_or((text, None), |(rest, side)| (rest.trim(), Some(side)))
}

fn mark_behind(text: &str) -> (&str, Option<Side>) {
    let text = text.trim();
    let found = MARKS.iter().find_map(|(mark, side)| Some((text.strip_suffix(mark)?, *side)));
    found.map_or((text, None), |(rest, side)| (rest.trim(), Some(side)))
}

/// Hundredths. The last mark is decimal before one or two digits; before three it parts thousands, as all others do.
fn sen(text: &str) -> Option<i64> {
    let last = text.rfind(['.', ',']);
    let decimal = last.filter(|at| matches!(text.len() - at - 1, 1 | 2));
    let (whole, fraction) = decimal.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    let mark = decimal.map(|at| &text[at..=at]);
    let whole = grouped(whole, mark)?;
    let digits = format!("{whole}{fraction:0<2}");
    let plain = digits.len() <= DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// Its digits without the marks between thousands, which are all the same and not the decimal one.
fn grouped(whole: &str, decimal: Option<&str>) -> Option<String> {
    let Some(at) = whole.find(['.', ',', ' ']) else { return Some(whole.to_owned()) };
    let mark = &whole[at..=at];
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let regular = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    (regular && decimal != Some(mark)).then(|| whole.replace(mark, ""))
}

#[cfg(test)]
mod tests {
    use super::{Amount, NoAmount, Side, read, side};

    fn said(text: &str) -> (i64, Option<Side>) {
        let Amount { sen, side } = read(text).unwrap().unwrap();
        (sen, side)
    }

    #[test]
    fn every_bank_writes_the_same_amount_its_own_way() {
        for text in
            ["325,417.00", "325.417,00", "325417.00", "325417", "Rp 325.417,-", "Rp. 325.417", "IDR 325,417", "325 417"]
        {
            assert_eq!(said(text), (32_541_700, None), "{text}");
        }
        for (text, sen) in
            [("1.250.000", 125_000_000), ("20826599.94", 2_082_659_994), (".00", 0), ("0,5", 50), ("'1,000", 100_000)]
        {
            assert_eq!(said(text), (sen, None), "{text}");
        }
    }

    #[test]
    fn in_or_out_stands_before_behind_or_around() {
        for text in ["325,417.00 CR", "325417.00CR", "+325.417", "K 325.417,00"] {
            assert_eq!(said(text), (32_541_700, Some(Side::Credit)), "{text}");
        }
        for text in ["325,417.00 DB", "-325417", "325.417,00-", "(325,417.00)", "-Rp325.417", "Rp-325.417", "325.417 D"]
        {
            assert_eq!(said(text), (32_541_700, Some(Side::Debit)), "{text}");
        }
    }

    #[test]
    fn nothing_is_nothing_and_what_is_no_amount_is_not_guessed() {
        for text in ["", "  ", "-", "Rp -", "'"] {
            assert_eq!(read(text), Ok(None), "{text}");
        }
        for text in ["abc", "1.2.3", "1234.567", "1,234.567", "3.25417E+5", "12/10", "1,23,456.00", "9999999999999999"]
        {
            assert_eq!(read(text), Err(NoAmount), "{text}");
        }
    }

    #[test]
    fn a_cell_of_its_own_says_in_or_out() {
        assert_eq!(side(" CR "), Some(Side::Credit));
        assert_eq!(side("(-)"), Some(Side::Debit));
        assert_eq!(side("Debet"), Some(Side::Debit));
        assert_eq!(side("0000"), None);
    }
}
