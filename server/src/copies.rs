//! For bad days: a copy of the shop, and telling a relay that it is one.

use tapak_engine::relay;

use crate::cli::{Backup, InFolder};
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;
use crate::surroundings;

/// `tapak backup`: beside a running relay, in a process of its own.
pub(crate) fn back_up(asked: &Backup) -> Result<(), ServerFault> {
    shop_in(&asked.from)?.open_store()?.back_up(&asked.to)?;
    say(format_args!("{}\n", asked.to.display()));
    Ok(())
}

/// `tapak restored`: while the relay stands still.
pub(crate) fn restored(asked: &InFolder) -> Result<(), ServerFault> {
    let folder = shop_in(asked)?;
    let _lock = folder.lock()?;
    relay::restored(&mut folder.open_store()?, surroundings::entropy()?)?;
    say(format_args!("Devices will give back what this copy does not have.\n"));
    Ok(())
}

fn shop_in(asked: &InFolder) -> Result<Folder, ServerFault> {
    let folder = Folder::at(&asked.data);
    if folder.has_shop() { Ok(folder) } else { Err(ServerFault::NoShop(asked.data.clone())) }
}
