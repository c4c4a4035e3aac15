//! Every engine takes the same steps; a line for each, and last how ours compare.

use crate::engine::{Engine, PEERS, Peer, Tapak};
use crate::fault::Fault;
use crate::ratio;
use crate::say::{note, say};
use crate::step::{Measured, Orders, Step, measure};
use crate::table;

pub(crate) type Course = [(Step, Orders); 4];

/// Ours alone, or the peers' too.
pub(crate) fn run(course: &Course, with_peers: bool) -> Result<(), Fault> {
    let mut all = vec![take_steps(&Tapak::new()?, course)?];
    if with_peers {
        let peers = PEERS.map(Peer::new).into_iter().collect::<Result<Vec<_>, _>>()?;
        for peer in &peers {
            all.push(take_steps(peer, course)?);
        }
        let (ours, theirs) = all.split_at(1);
        let ratios = theirs.iter().flat_map(|theirs| ratio::compare(&ours[0], theirs));
        ratios.collect::<Vec<_>>().iter().try_for_each(say)?;
    }
    table::show(&all.concat())
}

fn take_steps(engine: &dyn Engine, course: &Course) -> Result<Vec<Measured>, Fault> {
    let mut server = engine.serve()?;
    let mut all = Vec::new();
    for (step, orders) in course {
        if step.cold {
            server.stop()?;
            server = engine.serve()?;
        }
        note(format_args!("{}: {} ({} of {})", engine.name(), step.name, all.len() + 1, course.len()));
        let measured = measure(engine, &mut server, *step, *orders)?;
        say(&measured)?;
        all.push(measured);
    }
    server.stop()?;
    Ok(all)
}
