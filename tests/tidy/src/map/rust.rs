//! The Rust rooms on the map: each crate and module by its first `//!` line.

use crate::map::tree::Line;
use crate::{Fault, House, Source};

/// The crates from the ground up; the tests stand beside the house.
const CRATES: &[&str] = &[
    "core/domain",
    "core/document",
    "core/sync",
    "core/store",
    "core/engine",
    "core/office",
    "server",
    "web/bridge",
    "web/office",
    "tests/simulation",
    "tests/bench",
    "tests/tidy",
    "tests/xtask",
    "tests/xtask-wasm",
];

pub(super) fn lines(house: &House) -> Result<Vec<Line>, Fault> {
    let mut lines = Vec::new();
    for name in CRATES {
        lines.extend(room(name, &house.sources(&[&format!("{name}/src")], &[".rs"])?));
    }
    Ok(lines)
}

fn room(name: &str, sources: &[Source]) -> Vec<Line> {
    let front = sources
        .iter()
        .find(|source| inside(name, source) == "lib.rs")
        .or_else(|| sources.iter().find(|source| inside(name, source) == "main.rs"));
    let Some(front) = front else { return Vec::new() };
    let mut lines = vec![Line::new(0, name, says(front))];
    let mut modules: Vec<_> = sources.iter().filter_map(|source| module(inside(name, source), source)).collect();
    modules.sort_by(|one, other| one.0.cmp(&other.0));
    lines.extend(modules.into_iter().map(|(_, line)| line));
    lines
}

fn inside<'a>(room: &str, source: &'a Source) -> &'a str {
    source.path.strip_prefix(&format!("{room}/src/")).unwrap_or(&source.path)
}

/// Where a module stands among the others, and its line; crate roots and tests have none.
fn module(path: &str, source: &Source) -> Option<(Vec<String>, Line)> {
    let is_folder = path.ends_with("/mod.rs");
    let path = path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
    let steps: Vec<_> = path.split('/').map(str::to_owned).collect();
    let hidden = |step: &String| matches!(step.as_str(), "tests" | "testing");
    if matches!(path, "lib" | "main") || steps.iter().any(hidden) {
        return None;
    }
    let name = steps.last()?;
    let name = if is_folder { format!("{name}/") } else { name.clone() };
    Some((steps.clone(), Line::new(steps.len(), name, says(source))))
}

/// What a file says of itself.
fn says(source: &Source) -> String {
    let first = source.text.lines().next().unwrap_or_default();
    first.trim_start_matches("//!").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::room;
    use crate::Source;

    fn source(path: &str, first: &str) -> Source {
        Source { path: format!("core/domain/src/{path}"), text: format!("//! {first}\nuse std::fmt;\n") }
    }

    #[test]
    fn a_noun_folder_comes_before_its_verbs_and_tests_stay_off_the_map() {
        let sources = [
            source("lib.rs", "What the business means."),
            source("order/cancel.rs", "Cancels."),
            source("order/mod.rs", "The order."),
            source("order/testing.rs", "Hands for tests."),
            source("values/money.rs", "Rupiah."),
        ];
        let lines = room("core/domain", &sources);
        let drawn: Vec<_> = lines.iter().map(|line| (line.depth, line.name.as_str(), line.says.as_str())).collect();
        assert_eq!(
            drawn,
            [
                (0, "core/domain", "What the business means."),
                (1, "order/", "The order."),
                (2, "cancel", "Cancels."),
                (2, "money", "Rupiah."),
            ]
        );
    }
}
