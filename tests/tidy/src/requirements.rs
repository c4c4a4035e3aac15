//! `docs/requirements.md`: each requirement of the order pipeline, the tests that hold it, and where a person sees it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Fault, Finding, House, Source};

const TABLE: &str = "docs/requirements.md";
const FOLDERS: &[&str] = &["core", "server", "web/src", "tests/e2e", "tests/simulation", "tests/bench"];
const ENDINGS: &[&str] = &[".rs", ".ts"];
const ROUTES: &str = "web/src/app/routes.ts";
/// From chat to doorstep.
const ASKED: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 42];

/// One line of the table.
#[derive(Debug)]
struct Row {
    number: u8,
    tests: BTreeSet<String>,
    screens: BTreeSet<String>,
}

/// What the table does not say of the tests there are, and what it says of some there are not.
pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let rows = rows(&house.read(TABLE)?);
    let tests = tests(&house.sources(FOLDERS, ENDINGS)?);
    Ok(compare(&rows, &tests, &house.read(ROUTES)?))
}

fn compare(rows: &[Row], tests: &BTreeMap<String, String>, routes: &str) -> Vec<Finding> {
    let told: BTreeSet<_> = rows.iter().flat_map(|row| &row.tests).collect();
    let missing = ASKED.iter().filter(|number| !rows.iter().any(|row| row.number == **number));
    let mut findings: Vec<_> = missing.map(|number| Finding::new(TABLE, format!("R{number} has no row"))).collect();
    findings.extend(rows.iter().flat_map(|row| wrong(row, tests, routes)));
    let untold = tests.iter().filter(|(name, _)| !told.contains(*name));
    findings.extend(untold.map(|(name, path)| Finding::new(path, format!("{TABLE} does not name {name}"))));
    findings
}

fn wrong(row: &Row, tests: &BTreeMap<String, String>, routes: &str) -> Vec<Finding> {
    let at = |what: String| Finding::new(TABLE, format!("R{}: {what}", row.number));
    let prefix = format!("r{:02}_", row.number);
    let mut findings = Vec::new();
    if row.tests.is_empty() {
        findings.push(at("no test holds it".to_owned()));
    }
    let gone = row.tests.iter().filter(|name| !tests.contains_key(*name));
    findings.extend(gone.map(|name| at(format!("there is no test {name}"))));
    let strange = row.tests.iter().filter(|name| !name.starts_with(&prefix));
    findings.extend(strange.map(|name| at(format!("{name} is another row's"))));
    let nowhere = row.screens.iter().filter(|path| !routes.contains(&format!("['{path}'")));
    findings.extend(nowhere.map(|path| at(format!("the app has no address {path}"))));
    findings
}

/// Lines like `| R5 | what | tests | screens |`.
fn rows(table: &str) -> Vec<Row> {
    table.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<Row> {
    let mut cells = line.trim().strip_prefix('|')?.split('|').map(str::trim);
    let number = cells.next()?.strip_prefix('R')?.parse().ok()?;
    let (_what, tests, screens) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Row { number, tests: quoted(tests), screens: quoted(screens) })
}

/// What stands between backticks.
fn quoted(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Tests that carry a requirement's number, by name, with the file they stand in.
fn tests(sources: &[Source]) -> BTreeMap<String, String> {
    let named = sources.iter().flat_map(|source| {
        source.text.lines().filter_map(named).map(|name| (name, source.path.clone())).collect::<Vec<_>>()
    });
    named.collect()
}

/// `fn r05_paid_…()` in Rust; in TypeScript `'r05 paid …'` as the title of a test or of a step, told with underscores.
fn named(line: &str) -> Option<String> {
    let line = line.trim_start();
    let after = |mark: &str| line.split_once(mark).map(|(_, rest)| rest);
    let rust = line.strip_prefix("fn ").or_else(|| line.strip_prefix("async fn "));
    let name = match rust.and_then(|rest| rest.split_once('(')) {
        Some((name, _)) => name.to_owned(),
        None => after("test('").or_else(|| after("step('"))?.split_once('\'')?.0.replace(' ', "_"),
    };
    let bytes = name.as_bytes();
    let numbered = matches!(bytes, [b'r', tens, ones, b'_', ..] if tens.is_ascii_digit() && ones.is_ascii_digit());
    numbered.then_some(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{ASKED, compare, named, rows};

    const ROUTES: &str = "['/pesanan', 'orders'],";

    fn told(table: &str, test: &str) -> Vec<String> {
        let tests = BTreeMap::from([(test.to_owned(), "core/a.rs".to_owned())]);
        let findings = compare(&rows(table), &tests, ROUTES);
        findings.into_iter().map(|finding| finding.what).filter(|what| !what.ends_with("has no row")).collect()
    }

    #[test]
    fn a_row_names_tests_that_exist_and_screens_that_can_be_opened() {
        assert!(told("| R5 | paid | `r05_paid` | `/pesanan` |", "r05_paid").is_empty());
        assert_eq!(told("| R5 | paid | `r05_gone` | `/nirwana` |", "r05_paid").len(), 3);
        assert_eq!(told("| R6 | paid | `r05_paid` | |", "r05_paid"), ["R6: r05_paid is another row's"]);
        assert_eq!(told("| R5 | paid | | |", "r05_paid").len(), 2);
    }

    #[test]
    fn every_row_that_was_asked_for_is_there() {
        assert_eq!(compare(&[], &BTreeMap::new(), ROUTES).len(), ASKED.len());
    }

    #[test]
    fn a_test_is_known_by_its_number_in_both_languages() {
        assert_eq!(named("    fn r05_paid() {").as_deref(), Some("r05_paid"));
        assert_eq!(
            named("  await test.step('r09 the camera reads', async () => {").as_deref(),
            Some("r09_the_camera_reads")
        );
        assert_eq!(named("test('from lunas to the courier', async () => {"), None);
        assert_eq!(named("fn reads(line: &str) {"), None);
    }
}
