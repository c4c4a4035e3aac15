//! What `tapak serve` prints: where the relay is, and one invite per role.

use std::fmt::Write;

use tapak_domain::policy::Role;
use tapak_store::Store;

use crate::fault::ServerFault;
use crate::invite;

pub(super) fn write(store: &mut Store, address: &str) -> Result<String, ServerFault> {
    let mut text = format!("Tapak is at {address}\n\nOne invite per role, each for one device within 24 hours:\n");
    for role in Role::ALL {
        let link = invite::link(store, address, role, invite::HOURS)?;
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{}\n{}", role.code(), invite::card(&link)?);
    }
    Ok(text)
}
