//! The engine's boundary in TypeScript: every type that a command, a query or an answer is made of.

mod layout;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::{Query, View};
use ts_rs::{Config, TS, TypeVisitor};

const HEADING: &str =
    "// What the engine and the screens say to each other; written from the Rust types by `cargo xtask map`.\n";

/// The file the app imports.
pub fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/engine/types.ts")
}

/// The whole file, the types by name.
pub fn write() -> String {
    let mut found = Found { config: Config::new().with_large_int("number"), types: BTreeMap::new() };
    found.visit::<Command>();
    found.visit::<Outcome>();
    found.visit::<Query>();
    found.visit::<View>();
    found.types.values().fold(HEADING.to_owned(), |text, declared| format!("{text}\n{declared}\n"))
}

struct Found {
    config: Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Found {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Without a place of its own it is a word of TypeScript, such as `string`.
        if T::output_path().is_none() || self.types.contains_key(&T::ident(&self.config)) {
            return;
        }
        let declared = format!("{}export {}", T::docs().unwrap_or_default(), T::decl(&self.config));
        self.types.insert(T::ident(&self.config), layout::lay_out(&declared));
        T::visit_dependencies(self);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_app_speaks_as_the_engine_does() {
        let kept = std::fs::read_to_string(super::file()).unwrap();
        assert!(kept == super::write(), "the types of the app are old: run `cargo xtask map`");
    }
}
