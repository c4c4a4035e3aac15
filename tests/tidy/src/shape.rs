//! The shape of a file: it says first what it holds, and it is short enough to be seen whole.

use crate::{Fault, Finding, House, Source};

const FOLDERS: &[&str] = &["core", "server", "web/bridge", "web/office", "tests"];
const MOST_LINES_IN_A_FILE: usize = 400;
const MOST_LINES_IN_A_FUNCTION: usize = 70;

pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let sources = house.sources(FOLDERS, &[".rs"])?;
    let mut findings: Vec<_> =
        sources.iter().flat_map(|source| [unsaid(source), long_file(source)]).flatten().collect();
    let core = sources.iter().filter(|source| source.path.starts_with("core/"));
    findings.extend(core.flat_map(|source| long_functions(source, MOST_LINES_IN_A_FUNCTION)));
    Ok(findings)
}

/// A module that does not begin by saying what it holds.
pub fn unsaid(source: &Source) -> Option<Finding> {
    let first = source.text.lines().next().unwrap_or_default();
    let says = first.strip_prefix("//!").is_some_and(|words| !words.trim().is_empty());
    (!says).then(|| Finding::new(&source.path, "begin with one line of `//!` that says what the module holds"))
}

fn long_file(source: &Source) -> Option<Finding> {
    let lines = source.text.lines().count();
    (lines > MOST_LINES_IN_A_FILE)
        .then(|| Finding::new(&source.path, format!("{lines} lines; {MOST_LINES_IN_A_FILE} at most")))
}

/// Functions longer than `most` lines, from the line of `fn` to the brace that closes it.
pub fn long_functions(source: &Source, most: usize) -> Vec<Finding> {
    let lines: Vec<_> = source.text.lines().collect();
    let lengths = lines.iter().enumerate().filter_map(|(start, line)| {
        let name = function_name(line)?;
        Some((start, name, length(&lines[start..])))
    });
    lengths
        .filter(|(_, _, length)| *length > most)
        .map(|(start, name, length)| {
            Finding::on_line(&source.path, start + 1, format!("{name} has {length} lines; {most} at most"))
        })
        .collect()
}

fn function_name(line: &str) -> Option<&str> {
    let (before, after) = line.split_once("fn ")?;
    let only_keywords =
        before.split_whitespace().all(|word| matches!(word, "const" | "async" | "extern") || word.starts_with("pub"));
    let name = after.split(['(', '<']).next().unwrap_or_default();
    let plain = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    (only_keywords && plain).then_some(name)
}

/// rustfmt closes a function at the indentation it was opened at, so no parser is needed to find its end.
fn length(lines: &[&str]) -> usize {
    let first = lines.first().copied().unwrap_or_default();
    let indent = first.len() - first.trim_start().len();
    if first.trim_end().ends_with(['}', ';']) {
        return 1;
    }
    let closes = |line: &&str| {
        line.len() - line.trim_start().len() == indent && (*line == format!("{:indent$}}}", "") || line.ends_with(';'))
    };
    lines.iter().skip(1).position(closes).map_or(lines.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::{long_functions, unsaid};
    use crate::Source;

    fn source(text: &str) -> Source {
        Source { path: "core/store/src/log.rs".into(), text: text.into() }
    }

    #[test]
    fn a_module_says_first_what_it_holds() {
        assert!(unsaid(&source("//! The change log.\nuse std::fmt;\n")).is_none());
        assert!(unsaid(&source("use std::fmt;\n//! Too late.\n")).is_some());
        assert!(unsaid(&source("//!\n")).is_some());
    }

    #[test]
    fn a_function_is_measured_to_its_own_closing_brace() {
        let text = "impl Log {\n    pub fn append(\n        &self,\n    ) -> u8 {\n        if true {\n        }\n        1\n    }\n\n    fn next(&self) {}\n}\n";
        assert!(long_functions(&source(text), 7).is_empty());
        let found = long_functions(&source(text), 6);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].to_string(), "core/store/src/log.rs:2: append has 7 lines; 6 at most");
    }

    #[test]
    fn a_promise_in_a_trait_has_no_body_to_measure() {
        let text =
            "trait Log {\n    fn append(\n        &self,\n    ) -> u8;\n\n    fn next(&self) {\n        1\n    }\n}\n";
        assert!(long_functions(&source(text), 4).is_empty());
    }
}
