//! `phone`: the app in a browser of a phone's size and speed, with a big shop.
//!
//! `phone/drive.mjs` drives Chromium; here the shop is made and served, and the figures are gathered.

mod row;

use std::path::{Path, PathBuf};
use std::process::Command;

use tapak_domain::policy::Role;

use crate::cli::Phone;
use crate::engine::Tapak;
use crate::fault::Fault;
use crate::process::Talker;
use crate::say::{note, say};
use crate::table;
use row::{Joined, PhoneRow, Round, Slowness};

pub(crate) fn run(asked: &Phone) -> Result<(), Fault> {
    let tapak = Tapak::new()?;
    note(format_args!("a demo shop of {} orders", asked.orders));
    tapak.demo(asked.orders)?;
    let relay = tapak.start()?;
    note(format_args!("a phone {} times slower than this machine joins", asked.slower));
    let rows = drive(asked, &tapak.invite_link(Role::Cs)?)?;
    relay.terminate()?;
    rows.iter().try_for_each(say)?;
    table::show(&rows)
}

fn drive(asked: &Phone, invite: &str) -> Result<Vec<PhoneRow>, Fault> {
    let mut node = Command::new("node");
    node.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("phone/drive.mjs"));
    node.args([invite, &asked.slower.to_string(), &asked.rounds.to_string()]).arg(chromium());
    let phone = Talker::start("the phone", &mut node)?;
    let slowness: Slowness = phone.hear()?;
    let joined: Joined = phone.hear()?;
    note("it has everything; now it is used");
    let rounds = (0..asked.rounds).map(|_| phone.hear()).collect::<Result<Vec<Round>, _>>()?;
    phone.leave()?;
    Ok(row::sum_up(asked, slowness, joined, &rounds))
}

fn chromium() -> PathBuf {
    std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from)
}
