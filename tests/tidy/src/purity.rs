//! The core reads no clock, no dice and no surroundings: everything that varies is handed in.

use crate::{Fault, Finding, House, Source};

/// What the core may not say, and why. Clippy bans the same by type; this one also sees code that is not compiled here.
const BANNED: &[(&str, &str)] = &[
    ("Instant::now", "the clock is handed in"),
    ("SystemTime::now", "the clock is handed in"),
    ("Utc::now", "the clock is handed in"),
    ("Local::now", "the clock is handed in"),
    ("now_v7", "ids are handed in"),
    ("new_v4", "ids are handed in"),
    ("thread_rng", "random bytes are handed in"),
    ("OsRng", "random bytes are handed in"),
    ("getrandom", "random bytes are handed in"),
    ("thread::spawn", "the core has one thread"),
    ("env::var", "settings are handed in"),
    ("HashMap", "its iteration differs from run to run: BTreeMap"),
    ("HashSet", "its iteration differs from run to run: BTreeSet"),
];

pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let sources = house.sources(&["core"], &[".rs"])?;
    Ok(sources.iter().filter(|source| source.path.contains("/src/")).flat_map(scan).collect())
}

/// What one file of the core says that it may not.
pub fn scan(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().enumerate();
    lines.flat_map(|(index, line)| said(&source.path, index + 1, line)).collect()
}

fn said(path: &str, number: usize, line: &str) -> Vec<Finding> {
    let code = line.split("//").next().unwrap_or_default();
    let banned = BANNED.iter().filter(|(word, _)| code.contains(word));
    banned.map(|(word, why)| Finding::on_line(path, number, format!("{word}: {why}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::scan;
    use crate::Source;

    fn findings(text: &str) -> Vec<String> {
        let source = Source { path: "core/sync/src/pull.rs".into(), text: text.into() };
        scan(&source).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_clock_read_in_the_core_is_found_on_its_line() {
        let found = findings("fn age() {\n    let now = Instant::now();\n}\n");
        assert_eq!(found, ["core/sync/src/pull.rs:2: Instant::now: the clock is handed in"]);
    }

    #[test]
    fn a_comment_may_speak_of_what_the_code_may_not_do() {
        assert!(findings("// never HashMap: its iteration is not the same twice\n").is_empty());
    }
}
