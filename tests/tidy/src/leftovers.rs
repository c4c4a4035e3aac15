//! Work left lying about: skipped tests, and notes to do something later.

use std::path::Path;

use crate::{Fault, Finding, House, Source};

const FOLDERS: &[&str] = &["core", "server", "web", "migrations", "tests"];
const ENDINGS: &[&str] = &[".rs", ".ts", ".js", ".mjs", ".svelte", ".css", ".sql"];
const SKIPPED_IN_RUST: &[&str] = &["#[ignore"];
const SKIPPED_IN_TYPESCRIPT: &[&str] = &[
    "test.skip(",
    "it.skip(",
    "describe.skip(",
    "test.only(",
    "it.only(",
    "describe.only(",
    "test.todo(",
    "it.todo(",
    "test.fixme(",
];

pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let sources = house.sources(FOLDERS, ENDINGS)?;
    // The rule itself has to spell what it looks for.
    let others = sources.iter().filter(|source| source.path != "tests/tidy/src/leftovers.rs");
    Ok(others.flat_map(scan).collect())
}

/// What one file leaves lying about.
pub fn scan(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| left(source, line).map(|what| Finding::on_line(&source.path, index + 1, what)))
        .collect()
}

fn left(source: &Source, line: &str) -> Option<&'static str> {
    if skipped(&source.path).iter().any(|mark| line.contains(mark)) {
        return Some("a test that does not run proves nothing: mend it or remove it");
    }
    let note =
        line.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| matches!(word, "TODO" | "FIXME" | "XXX"));
    note.then_some("do it now, or file it where it will be found")
}

fn skipped(path: &str) -> &'static [&'static str] {
    let is_rust = Path::new(path).extension().is_some_and(|ending| ending == "rs");
    if is_rust { SKIPPED_IN_RUST } else { SKIPPED_IN_TYPESCRIPT }
}

#[cfg(test)]
mod tests {
    use super::scan;
    use crate::Source;

    fn count(path: &str, text: &str) -> usize {
        scan(&Source { path: path.into(), text: text.into() }).len()
    }

    #[test]
    fn a_skipped_test_is_found_in_both_languages() {
        assert_eq!(count("core/domain/src/a.rs", "#[test]\n#[ignore = \"slow\"]\nfn a() {}\n"), 1);
        assert_eq!(count("tests/e2e/day.spec.ts", "test.skip('Rina sells', () => {})\n"), 1);
    }

    #[test]
    fn a_note_for_later_is_found_as_a_word_only() {
        assert_eq!(count("web/src/ui/go.ts", "// TODO: later\n"), 1);
        assert_eq!(count("web/src/ui/go.ts", "const TODOS = 1; // XXXL is a size\n"), 0);
    }
}
