//! How many orders and codes the site has given out; on disk, because none is given out twice.

use tapak_store::Store;

use crate::fault::Fault;

pub(super) const ORDERS: &str = "site_orders";
pub(super) const CODES: &str = "site_codes";

/// None yet is nought.
pub(super) fn last(store: &Store, what: &str) -> Result<u32, Fault> {
    let bytes = store.meta(what)?.and_then(|bytes| bytes.try_into().ok());
    Ok(bytes.map(u32::from_be_bytes).unwrap_or_default())
}

pub(super) fn set(store: &Store, what: &str, count: u32) -> Result<(), Fault> {
    Ok(store.set_meta(what, &count.to_be_bytes())?)
}
