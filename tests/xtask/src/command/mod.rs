//! One file per command of the front door.

pub(crate) mod bench;
pub(crate) mod check;
pub(crate) mod e2e;
pub(crate) mod fix;
pub(crate) mod fuzz;
pub(crate) mod map;
pub(crate) mod serve;
pub(crate) mod sim;
pub(crate) mod test;
pub(crate) mod wasm;
