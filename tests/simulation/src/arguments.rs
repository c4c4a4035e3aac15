//! The words the simulator understands.

use clap::Parser;

use crate::world::sabotage::Sabotage;

/// Runs a whole shop from a seed: bad network, failing disks, crashes; afterwards every replica must be the same.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask sim", bin_name = "cargo xtask sim")]
pub(crate) struct Arguments {
    /// How many seeds to run, one after the other
    #[arg(long, default_value_t = 20)]
    pub(crate) seeds: u64,
    /// The first of them
    #[arg(long, default_value_t = 1)]
    pub(crate) first: u64,
    /// Replay this seed alone
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Break a rule on purpose, to see whether the verdict notices
    #[arg(long = "break", value_enum, hide = true)]
    pub(crate) sabotage: Option<Sabotage>,
    /// Print every step
    #[arg(long)]
    pub(crate) trace: bool,
}

impl Arguments {
    pub(crate) fn seeds(&self) -> std::ops::Range<u64> {
        match self.seed {
            Some(seed) => seed..seed.saturating_add(1),
            None => self.first..self.first.saturating_add(self.seeds),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::Arguments;

    fn seeds(words: &[&str]) -> Vec<u64> {
        Arguments::try_parse_from(words).unwrap().seeds().collect()
    }

    #[test]
    fn seeds_are_counted_from_the_first_and_one_can_be_replayed_alone() {
        assert_eq!(seeds(&["sim", "--seeds", "3"]), [1, 2, 3]);
        assert_eq!(seeds(&["sim", "--seeds", "2", "--first", "40"]), [40, 41]);
        assert_eq!(seeds(&["sim", "--seeds", "9", "--seed", "42"]), [42]);
    }
}
