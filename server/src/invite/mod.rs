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
/// How long the invites that `tapak serve` prints can be used.
pub(crate) const HOURS: u32 = 24;
const DEFAULT_ADDRESS: &str = "http://127.0.0.1:7171";

/// `tapak invite`: beside a running relay, in a process of its own.
pub(crate) fn run(asked: &cli::Invite) -> Result<(), ServerFault> {
    let folder = Folder::at(&asked.data);
    if !folder.has_shop() {
        return Err(ServerFault::NoShop(asked.data.clone()));
    }
    let address = address(asked, &folder)?;
    let link = link(&mut folder.open_store()?, &address, asked.role.into(), asked.hours)?;
    say(format_args!("{}", card(&link)?));
    Ok(())
}

fn address(asked: &cli::Invite, folder: &Folder) -> Result<String, ServerFault> {
    let known = if asked.address.is_some() { asked.address.clone() } else { folder.address()? };
    Ok(known.unwrap_or_else(|| DEFAULT_ADDRESS.to_owned()))
}

/// A fresh invite as a link. The code stands behind `#`, which browsers keep out of what they send and servers log.
pub(crate) fn link(store: &mut Store, address: &str, role: Role, hours: u32) -> Result<String, ServerFault> {
    let expires = surroundings::now() + u64::from(hours) * HOUR;
    let code = relay::invite(store, role, expires, surroundings::entropy()?)?.to_code()?;
    Ok(format!("{address}/pasang#{code}"))
}
