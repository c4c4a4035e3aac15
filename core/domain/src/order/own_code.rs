//! The code on our own label: an order's number behind a prefix, so that a scan of it is never taken for a resi.

use crate::values::{OWN_PREFIX, TrackingNumber};

/// Such as `TPK:B3-0142`.
pub fn own_code(number: &str) -> String {
    format!("{OWN_PREFIX}{number}")
}

/// The number in a scan of our label, or in what somebody typed of it; in capitals.
pub fn number_in(scan: &str) -> String {
    let scan = scan.trim();
    let own = TrackingNumber::is_own_code(scan);
    scan.get(if own { OWN_PREFIX.len() } else { 0 }..).unwrap_or_default().trim().to_uppercase()
}

/// Whether a text is made as our numbers are, prefix or none: up to three letters, up to three digits, a dash, and at
/// least three digits.
pub fn claims_own_code(scan: &str) -> bool {
    TrackingNumber::is_own_code(scan) || is_numbered(&number_in(scan))
}

fn is_numbered(text: &str) -> bool {
    let Some((prefix, count)) = text.split_once('-') else { return false };
    let letters = prefix.chars().take_while(char::is_ascii_alphabetic).count();
    let digits = prefix.len() - letters;
    let numbered = prefix[letters..].chars().chain(count.chars()).all(|c| c.is_ascii_digit());
    numbered && (1..=3).contains(&letters) && digits <= 3 && (3..=9).contains(&count.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_of_our_label_and_a_number_typed_by_hand_are_the_same() {
        assert_eq!(own_code("B3-0142"), "TPK:B3-0142");
        for scan in ["TPK:B3-0142", " tpk:b3-0142 ", "b3-0142"] {
            assert_eq!(number_in(scan), "B3-0142");
        }
        assert_eq!(number_in("TPK:"), "");
    }

    #[test]
    fn our_codes_are_told_from_everything_else() {
        for ours in ["B3-0142", "b3-0142", "ZZZ999-123456", "A-0001", "B3-10000", "TPK:whatever"] {
            assert!(claims_own_code(ours), "{ours}");
        }
        for other in ["", "-", "B3", "B3-", "B3-01", "3B-0142", "LXAD-1234567890", "B3-01A2", "JX3300112233", "É-0001"]
        {
            assert!(!claims_own_code(other), "{other}");
        }
    }
}
