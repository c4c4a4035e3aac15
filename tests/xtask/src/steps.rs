//! A list of steps, done one after the other, each with its number, its name and its seconds.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::home::Home;
use crate::say::{note, say};

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// Nothing had changed since the last time.
    UpToDate,
}

/// One step: what it is called and what it does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) work: fn(&Home) -> Result<Outcome>,
}

/// Does every step; the first that fails ends the list, and the count says how far it came.
pub(crate) fn run(home: &Home, steps: &[Step]) -> Result<()> {
    let start = Instant::now();
    for (index, step) in steps.iter().enumerate() {
        let number = format!("[{}/{}]", index + 1, steps.len());
        say(format_args!("{number} {}", step.name));
        one(home, step)
            .map_err(|fault| anyhow!("{number} {} failed: {fault:#}\n{index} passed, 1 failed", step.name))?;
    }
    say(format_args!("All in {}", seconds(start.elapsed())));
    Ok(())
}

/// Does every step of a list that is a verdict, not a preparation: its last line counts them.
pub(crate) fn judge(home: &Home, steps: &[Step]) -> Result<()> {
    run(home, steps)?;
    say(format_args!("{} passed, 0 failed", steps.len()));
    Ok(())
}

fn one(home: &Home, step: &Step) -> Result<()> {
    let start = Instant::now();
    match (step.work)(home)? {
        Outcome::Done => note(format_args!("done in {}", seconds(start.elapsed()))),
        Outcome::UpToDate => note("up to date"),
    }
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::{Outcome, Step, run};
    use crate::home::Home;

    #[test]
    fn the_first_failure_ends_the_list_and_says_where() {
        let steps = [
            Step { name: "format", work: |_| Ok(Outcome::Done) },
            Step { name: "lints", work: |_| bail!("clippy found 3 things") },
            Step { name: "tests", work: |_| panic!("no step comes after a failure") },
        ];
        let fault = run(&Home::here(), &steps).unwrap_err().to_string();
        assert_eq!(fault, "[2/3] lints failed: clippy found 3 things\n1 passed, 1 failed");
    }
}
