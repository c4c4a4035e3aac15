//! `sync`: every engine takes the same steps; a line for each, and last how ours compare.

use crate::cli::Sync;
use crate::engine::{Engine, PEERS, Peer, Tapak};
use crate::fault::Fault;
use crate::ratio;
use crate::say::{note, say};
use crate::step::{Measured, STEPS, measure};

pub(crate) fn run(asked: &Sync) -> Result<(), Fault> {
    let ours = take_steps(&Tapak::new()?, asked.documents)?;
    if asked.peers {
        let peers = PEERS.map(Peer::new).into_iter().collect::<Result<Vec<_>, _>>()?;
        let theirs = peers.iter().map(|peer| take_steps(peer, asked.documents)).collect::<Result<Vec<_>, _>>()?;
        theirs.iter().flat_map(|theirs| ratio::compare(&ours, theirs)).try_for_each(|ratio| say(&ratio))?;
    }
    Ok(())
}

fn take_steps(engine: &dyn Engine, documents: u32) -> Result<Vec<Measured>, Fault> {
    let mut server = engine.serve()?;
    let mut all = Vec::new();
    for step in STEPS {
        if step.cold {
            server.stop()?;
            server = engine.serve()?;
        }
        note(format_args!("{}: {} ({} of {})", engine.name(), step.name, all.len() + 1, STEPS.len()));
        let measured = measure(engine, &mut server, step, documents)?;
        say(&measured)?;
        all.push(measured);
    }
    server.stop()?;
    Ok(all)
}
