//! The code of one thing on the shelf, a model in one colour and size: what stands on its box, and what a packer scans.

use crate::values::Size;

/// In front of the code on a box, so that a scan of it is never taken for a resi.
const ITEM_PREFIX: &str = "TPS:";

/// Such as `TPS:TREKKERX-HITAM-39`: made of what the catalogue calls it, so that nothing has to be numbered first.
pub fn item_code(name: &str, colour: &str, size: Option<Size>) -> String {
    let size = size.map(|size| size.to_string()).unwrap_or_default();
    let parts = [name, colour, &size].map(squeeze);
    ITEM_PREFIX.to_owned() + &parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Whether a scan, or what somebody typed of it, is this code: case, spaces, dashes and the prefix are no matter.
pub fn is_item_code(scan: &str, code: &str) -> bool {
    let bare = |text: &str| squeeze(strip(text));
    !bare(scan).is_empty() && bare(scan) == bare(code)
}

/// Whether a scan begins as the code of a box does.
pub fn claims_item_code(scan: &str) -> bool {
    strip(scan).len() < scan.trim().len()
}

fn strip(text: &str) -> &str {
    let text = text.trim();
    let prefixed = text.get(..ITEM_PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(ITEM_PREFIX));
    if prefixed { &text[ITEM_PREFIX.len()..] } else { text }
}

/// Capitals and digits alone: what every bar code can say.
fn squeeze(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trekker() -> String {
        item_code("Trekker X", "hitam", Size::parse("39").ok())
    }

    #[test]
    fn a_box_is_named_by_model_colour_and_size() {
        assert_eq!(trekker(), "TPS:TREKKERX-HITAM-39");
        assert_eq!(item_code("Rimba", "", None), "TPS:RIMBA");
    }

    #[test]
    fn ujang_may_scan_it_or_type_it_as_he_says_it() {
        for scan in ["TPS:TREKKERX-HITAM-39", "tps:trekkerx-hitam-39", "trekker x hitam 39", " Trekker-X/Hitam/39 "] {
            assert!(is_item_code(scan, &trekker()), "{scan}");
        }
        for scan in ["TPS:TREKKERX-HITAM-40", "TPS:", "", "JX3300112233"] {
            assert!(!is_item_code(scan, &trekker()), "{scan}");
        }
    }

    #[test]
    fn a_box_is_known_as_one_even_when_it_is_not_in_the_order() {
        assert!(claims_item_code(" tps:RIMBA-COKLAT-42"));
        assert!(!claims_item_code("TPK:B3-0142"));
        assert!(!claims_item_code("RIMBA"));
    }
}
