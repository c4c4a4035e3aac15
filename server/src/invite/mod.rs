//! An invite for one device: a link and a QR that hold a one-time secret.

mod card;

pub(crate) use card::card;

use tapak_engine::relay;
use tapak_store::Store;

use crate::cli;
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;
use crate::surroundings;

use tapak_domain::policy::Role;

const HOUR: u64 = 60 * 60 * 1_000;
/// A recovery code lies in a drawer for years.
const LOCKED_AWAY: u64 = 10 * 365 * 24 * HOUR;
/// How long the invites that `tapak serve` prints can be used.
pub(crate) const HOURS: u32 = 24;
const DEFAULT_ADDRESS: &str = "http://127.0.0.1:7171";

/// `tapak invite`: beside a running relay, in a process of its own.
pub(crate) fn run(asked: &cli::Invite) -> Result<(), ServerFault> {
    let folder = Folder::of_shop(&asked.data)?;
    let address = address(asked.address.as_deref(), &folder)?;
    let link = link(&mut folder.open_store()?, &address, asked.role, asked.hours)?;
    say(format_args!("{}", card(&link)?));
    Ok(())
}

/// `tapak recovery-code`: printed once and kept nowhere. Also as letters in groups, for a phone whose camera is broken.
pub(crate) fn recover(asked: &cli::RecoveryCode) -> Result<(), ServerFault> {
    let folder = Folder::of_shop(&asked.data)?;
    let address = address(asked.address.as_deref(), &folder)?;
    let expires = surroundings::now() + LOCKED_AWAY;
    let code = relay::recovery(&mut folder.open_store()?, expires, surroundings::entropy()?)?.to_code()?;
    say(format_args!("{}{}", card(&link_to(&address, &code))?, in_groups(&code)));
    Ok(())
}

fn address(asked: Option<&str>, folder: &Folder) -> Result<String, ServerFault> {
    let known = if asked.is_some() { asked.map(str::to_owned) } else { folder.address()? };
    Ok(known.unwrap_or_else(|| DEFAULT_ADDRESS.to_owned()))
}

/// A fresh invite as a link. The code stands behind `#`, which browsers keep out of what they send and servers log.
pub(crate) fn link(store: &mut Store, address: &str, role: Role, hours: u32) -> Result<String, ServerFault> {
    let expires = surroundings::now() + u64::from(hours) * HOUR;
    let code = relay::invite(store, role, expires, surroundings::entropy()?)?.to_code()?;
    Ok(link_to(address, &code))
}

fn link_to(address: &str, code: &str) -> String {
    format!("{address}/pasang#{code}")
}

/// Four letters and a blank, as people read out what is printed.
fn in_groups(code: &str) -> String {
    let spaced = |(place, letter)| [(place > 0 && place % 4 == 0).then_some(' '), Some(letter)];
    code.chars().enumerate().flat_map(spaced).flatten().collect()
}
