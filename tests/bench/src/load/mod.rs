//! `load`: many devices at work over real sockets; how long an edit takes to every other device, and that nothing is lost.
//!
//! The relay is a process of its own, as it ships. The devices are threads of the bench, each with its own engine, store
//! and socket, and they compete with the relay for this machine.

mod crew;
mod figures;
mod member;
mod proof;
mod trace;

use std::thread;
use std::time::{Duration, Instant};

use crate::cli::Load;
use crate::engine::Tapak;
use crate::fault::Fault;
use crate::process::Process;
use crate::say::{note, say};
use crate::table;
use crate::usage::Usage;
use crew::Crew;
use figures::Moment;
use member::Report;

/// From the word to the first edit, so that every device has heard it.
const BREATH: Duration = Duration::from_millis(200);

pub(crate) fn run(asked: &Load) -> Result<(), Fault> {
    let tapak = Tapak::new()?;
    let relay = tapak.start()?;
    note(format_args!("{} devices join, and {} orders are taken", asked.devices, asked.orders));
    let crew = Crew::gather(&tapak, asked)?;
    let begin = Instant::now() + BREATH;
    crew.start(begin);
    note(format_args!("{} edits a second for {} s", asked.rate, asked.seconds));
    let mut moments = watch(&relay, begin, Duration::from_secs(asked.seconds.into()))?;
    let reports = crew.finish()?;
    moments.push(Moment::now("all merged", begin, relay.usage()?)?);
    relay.terminate()?;
    tell(asked, &figures::by_moment(&moments), &reports, &tapak)
}

/// The relay at the beginning, halfway and at the end.
fn watch(relay: &Process, begin: Instant, lasting: Duration) -> Result<Vec<Moment>, Fault> {
    let moments = [("start", Duration::ZERO), ("middle", lasting / 2), ("end", lasting)];
    let look = |(name, after): (&'static str, Duration)| {
        thread::sleep((begin + after).saturating_duration_since(Instant::now()));
        Moment::now(name, begin, relay.usage()?)
    };
    moments.into_iter().map(look).collect()
}

fn tell(asked: &Load, relay: &[figures::RelayRow], reports: &[Report], tapak: &Tapak) -> Result<(), Fault> {
    let proof = proof::check(reports, &tapak.database()?)?;
    let row = figures::sum_up(asked, reports, proof)?;
    say(&row)?;
    relay.iter().try_for_each(say)?;
    table::show(&[&row])?;
    table::show(relay)?;
    row.verdict()
}

impl Moment {
    fn now(name: &'static str, begin: Instant, relay: Usage) -> Result<Self, Fault> {
        let devices = Usage::of(std::process::id())?;
        Ok(Self { name, at: begin.elapsed(), relay, devices })
    }
}
