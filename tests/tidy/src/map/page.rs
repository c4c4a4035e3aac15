//! The page around the map: what a person wrote there is never touched.

use crate::Fault;

const BEGIN: &str = "<!-- map:begin -->";
const END: &str = "<!-- map:end -->";
const NO_PLACE: Fault = Fault::Map("ARCHITECTURE.md has no `<!-- map:begin -->` … `<!-- map:end -->` for the map");

/// The page with this map between its two marks.
pub(super) fn with_map(page: &str, map: &str) -> Result<String, Fault> {
    let (before, rest) = page.split_once(BEGIN).ok_or(NO_PLACE)?;
    let (_, after) = rest.split_once(END).ok_or(NO_PLACE)?;
    Ok(format!("{before}{BEGIN}\n```text\n{map}\n```\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::with_map;

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let page = "# House\n<!-- map:begin -->\nold\n<!-- map:end -->\nMore.\n";
        let new = with_map(page, "core").unwrap();
        assert_eq!(new, "# House\n<!-- map:begin -->\n```text\ncore\n```\n<!-- map:end -->\nMore.\n");
        assert_eq!(with_map(&new, "core").unwrap(), new);
    }

    #[test]
    fn a_page_without_a_place_for_the_map_says_so() {
        assert!(with_map("# House\n", "core").is_err());
    }
}
