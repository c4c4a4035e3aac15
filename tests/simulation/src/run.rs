//! A run: the storm, the calm, the verdict; and many runs one after the other.

use crate::arguments::Arguments;
use crate::broken::Checked;
use crate::say::say;
use crate::tally::{Count, Tally};
use crate::trace::Trace;
use crate::weather::STORM;
use crate::world::World;
use crate::world::clock::OPENING;

/// Seeds between two lines of progress.
const PROGRESS: u64 = 20;

/// False when a seed failed; it is named with what it broke.
pub(crate) fn run_all(arguments: &Arguments) -> bool {
    let (mut tally, mut done) = (Tally::default(), 0);
    for seed in arguments.seeds() {
        match run(seed, Trace { on: arguments.trace }) {
            Ok(counted) => tally.join(&counted),
            Err(broken) => {
                say(format_args!("seed {seed} {broken}\n  replay it: cargo xtask sim --seed {seed} --trace"));
                return false;
            }
        }
        done += 1;
        if done % PROGRESS == 0 {
            say(format_args!("{done} seeds, all replicas equal (latest: {seed})"));
        }
    }
    say(format_args!("{done} seeds, all replicas equal, nothing acknowledged lost:\n{tally}"));
    true
}

/// The whole story of one seed.
pub(crate) fn run(seed: u64, trace: Trace) -> Checked<Tally> {
    let mut world = World::found(seed, trace)?;
    world.live_until(OPENING + STORM)?;
    world.calm()?;
    world.verdict()?;
    world.tally.add_many(Count::Minutes, (world.now - OPENING) / 60_000);
    Ok(world.tally)
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::tally::Count;
    use crate::trace::Trace;

    const QUIET: Trace = Trace { on: false };

    #[test]
    fn a_shop_in_bad_weather_ends_with_every_replica_equal() {
        for seed in 1..=3 {
            let tally = run(seed, QUIET).unwrap_or_else(|broken| panic!("seed {seed} {broken}"));
            assert!(tally.of(Count::Done) > 0 && tally.of(Count::Frames) > 0);
        }
    }

    #[test]
    fn the_same_seed_tells_the_same_story() {
        let told = |seed| run(seed, QUIET).unwrap().to_string();
        assert_eq!(told(4), told(4));
        assert_ne!(told(4), told(5));
    }
}
