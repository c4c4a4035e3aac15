//! For bad days: a copy of the shop, and telling a relay that it is one.

use tapak_engine::relay;

use crate::cli::{Backup, InFolder};
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;
use crate::surroundings;

/// `tapak backup`: beside a running relay, in a process of its own.
pub(crate) fn back_up(asked: &Backup) -> Result<(), ServerFault> {
    Folder::of_shop(&asked.from.data)?.open_store()?.back_up(&asked.to)?;
    say(format_args!("{}\n", asked.to.display()));
    Ok(())
}

/// `tapak restored`: while the relay stands still.
pub(crate) fn restored(asked: &InFolder) -> Result<(), ServerFault> {
    let folder = Folder::of_shop(&asked.data)?;
    let _lock = folder.lock()?;
    relay::restored(&mut folder.open_store()?, surroundings::entropy()?)?;
    say(format_args!("Devices will give back what this copy does not have.\n"));
    Ok(())
}
