//! `serve`: from a fresh clone to a working page, and in seconds the second time.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::cli::Serve;
use crate::home::Home;
use crate::say::{note, say};
use crate::steps::{self, Step};
use crate::tool::shell::Run;
use crate::tool::{app, relay};

use super::wasm;

/// What the relay needs before it starts. It carries the app.
pub(super) const STEPS: &[Step] = &[
    Step { name: "tools for the browser", work: wasm::tools },
    Step { name: "packages of the app", work: app::install },
    wasm::CORE,
    wasm::OFFICE,
    Step { name: "app", work: app::build },
    Step { name: "relay", work: relay::build },
];

/// Orders of the demo shop, and the seed it is drawn from.
const DEMO: [&str; 4] = ["--orders", "120", "--seed", "1"];

pub(crate) fn run(home: &Home, serve: &Serve) -> Result<()> {
    steps::run(home, STEPS)?;
    if is_new(&serve.data) {
        make_demo(home, &serve.data)?;
    }
    say(format_args!("Starting the relay on {} with the shop in {}", serve.listen, serve.data.display()));
    Run::new(relay::released(home))
        .arguments(["serve", "--listen", &serve.listen.to_string(), "--data"])
        .arguments([&serve.data])
        .become_it()
}

fn is_new(data: &Path) -> bool {
    fs::read_dir(data).map_or(true, |mut entries| entries.next().is_none())
}

/// Made beside its place and moved there when it is whole: a cut leaves no half a shop behind.
fn make_demo(home: &Home, data: &Path) -> Result<()> {
    note(format_args!("{} is new: filling it with a demo shop", data.display()));
    let making = data.with_extension("making");
    if making.exists() {
        fs::remove_dir_all(&making)?;
    }
    Run::new(relay::released(home))
        .arguments(["demo"])
        .arguments(DEMO)
        .arguments(["--data"])
        .arguments([&making])
        .go()?;
    if data.exists() {
        fs::remove_dir(data)?;
    }
    fs::rename(&making, data).map_err(Into::into)
}

#[cfg(test)]
mod tests {
    use super::is_new;

    #[test]
    fn only_a_folder_with_nothing_in_it_gets_the_demo_shop() {
        let data = std::env::temp_dir().join(format!("tapak-serve-{}", std::process::id()));
        assert!(is_new(&data), "not there yet");
        std::fs::create_dir_all(&data).unwrap();
        assert!(is_new(&data), "empty");
        std::fs::write(data.join("shop.sqlite"), "").unwrap();
        assert!(!is_new(&data), "somebody's shop");
    }
}
