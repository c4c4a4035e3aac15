//! What happened in the runs, counted: a summary that shows the faults were real.

mod count;
mod said;

use std::collections::BTreeMap;
use std::fmt;

pub(crate) use count::Count;
use said::SAID;

/// What needs more than one thing to go wrong, or many things to go right: only many runs have it.
const RARE: [Count; 7] = [
    Count::Waited,
    Count::Gone,
    Count::SilentRestores,
    Count::FarClocks,
    Count::BootsResumed,
    Count::Closed,
    Count::Exchanged,
];

#[derive(Debug, Clone, Default)]
pub(crate) struct Tally(BTreeMap<Count, u64>);

impl Tally {
    pub(crate) fn add(&mut self, what: Count) {
        self.add_many(what, 1);
    }

    pub(crate) fn add_many(&mut self, what: Count, how_many: u64) {
        *self.0.entry(what).or_default() += how_many;
    }

    pub(crate) fn of(&self, what: Count) -> u64 {
        self.0.get(&what).copied().unwrap_or_default()
    }

    /// What never happened: a storm that leaves something out proves nothing about it.
    pub(crate) fn missing(&self, few: bool) -> Vec<&'static str> {
        let expected = |what: &Count| !(few && RARE.contains(what));
        SAID.into_iter().filter(|(what, _)| expected(what) && self.of(*what) == 0).map(|(_, words)| words).collect()
    }

    pub(crate) fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(what, how_many)| self.add_many(*what, *how_many));
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        SAID.into_iter().try_for_each(|(what, words)| writeln!(f, "{:>10}  {words}", self.of(what)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{Count, RARE, SAID};

    const TABLE: &str = include_str!("../../../../docs/side_by_side.md");

    /// What stands between backticks in this column of the table.
    fn quoted(column: usize) -> BTreeSet<&'static str> {
        let rows = TABLE.lines().filter(|line| line.starts_with("| ")).skip(1);
        let cells = rows.filter_map(|line| line.trim_matches('|').split('|').nth(column));
        cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
    }

    #[test]
    fn each_row_of_the_table_is_counted_even_in_a_few_runs_and_each_meeting_is_in_the_table() {
        let counted = quoted(4);
        for words in &counted {
            let known = SAID.iter().find(|(_, said)| said == words);
            assert!(known.is_some_and(|(count, _)| !RARE.contains(count)), "{words}");
        }
        for (_, words) in SAID.iter().filter(|(count, _)| matches!(count, Count::Met(_))) {
            assert!(counted.contains(words), "the table does not tell of {words}");
        }
    }

    #[test]
    fn each_row_of_the_table_is_judged_where_it_says() {
        let verdicts = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/verdict");
        let files = quoted(3);
        assert!(files.len() > 5);
        assert!(files.iter().all(|file| verdicts.join(file).is_file()), "{files:?}");
    }
}
