//! Cargo, the one that started the front door.

use std::env;

use crate::home::Home;
use crate::tool::shell::Run;

/// Cargo with these arguments, at the root of the house.
pub(crate) fn cargo<'a>(home: &Home, arguments: impl IntoIterator<Item = &'a str>) -> Run {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Run::new(program).arguments(arguments).inside(home.root())
}
