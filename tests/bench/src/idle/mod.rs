//! `idle`: many devices that are connected and do nothing, and what that costs the relay.
//!
//! The devices are the protocol's client without an engine or a store, all in this process.

mod phone;
mod row;

use std::time::Duration;

use futures_util::future::try_join_all;
use tapak_domain::policy::Role;
use tokio::runtime::Runtime;
use tokio::time::sleep;

use crate::cli::Idle;
use crate::engine::Tapak;
use crate::fault::Fault;
use crate::process::Process;
use crate::say::{note, say};
use crate::table;
use crate::usage::Usage;
use phone::{Identified, Phone};
use row::IdleRow;

/// How many dial at the same time.
const AT_ONCE: usize = 20;
/// The last welcomes and news die away.
const CALM: Duration = Duration::from_secs(3);

pub(crate) fn run(asked: &Idle) -> Result<(), Fault> {
    let tapak = Tapak::new()?;
    let relay = tapak.start()?;
    let runtime = Runtime::new().map_err(Fault::doing("the devices' network threads"))?;
    let row = runtime.block_on(watch(asked, &tapak, &relay))?;
    drop(runtime);
    relay.terminate()?;
    say(&row)?;
    table::show(&[row])
}

async fn watch(asked: &Idle, tapak: &Tapak, relay: &Process) -> Result<IdleRow, Fault> {
    let empty = relay.usage()?;
    note(format_args!("{} devices join", asked.devices));
    let crew = enrol(asked, tapak).await?;
    // As in any shop that has been open for a day: everybody knows who belongs to it.
    let crew = meet(tapak, crew).await?;
    let joined = relay.usage()?;
    note(format_args!("{} connections", asked.sockets));
    let phones = connect(asked, tapak, &crew).await?;
    let resting: Vec<_> = phones.into_iter().map(|phone| tokio::spawn(phone.rest())).collect();
    sleep(CALM).await;
    let before = relay.usage()?;
    sleep(Duration::from_secs(asked.seconds.into())).await;
    let alive = resting.iter().filter(|phone| !phone.is_finished()).count();
    Ok(IdleRow::new(asked, alive, [empty, joined, before, relay.usage()?]))
}

/// One after the other, and each hangs up again: no roster has to be sent to those who joined before.
async fn enrol(asked: &Idle, tapak: &Tapak) -> Result<Vec<Identified>, Fault> {
    let mut crew = Vec::new();
    for _ in 0..asked.devices.min(asked.sockets) {
        let phone = Phone::join(tapak.address(), &tapak.invite(Role::Cs)?).await?;
        crew.extend(phone.leave());
    }
    Ok(crew)
}

/// Each comes back once, and learns who joined after it.
async fn meet(tapak: &Tapak, crew: Vec<Identified>) -> Result<Vec<Identified>, Fault> {
    let mut met = Vec::new();
    for who in crew {
        met.extend(Phone::connect(tapak.address(), &who).await?.leave());
    }
    Ok(met)
}

async fn connect(asked: &Idle, tapak: &Tapak, crew: &[Identified]) -> Result<Vec<Phone>, Fault> {
    let mut phones = Vec::new();
    let sockets: Vec<_> = crew.iter().cycle().take(asked.sockets as usize).collect();
    for some in sockets.chunks(AT_ONCE) {
        phones.extend(try_join_all(some.iter().map(|who| Phone::connect(tapak.address(), who))).await?);
    }
    Ok(phones)
}

/// Four moments of the relay.
type Moments = [Usage; 4];
