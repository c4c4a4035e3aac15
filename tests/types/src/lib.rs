//! The boundaries of the core in TypeScript: what commands, queries and answers are made of, and what becomes a file.

mod layout;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::{Query, View};
use tapak_office::recap::RecapFile;
use tapak_office::sheet::Sheet;
use ts_rs::{Config, TS, TypeVisitor};

/// One file of types that the app imports.
#[derive(Debug)]
pub struct Types {
    pub file: PathBuf,
    pub text: String,
}

/// Each file, the types in it by name.
pub fn all() -> [Types; 2] {
    [engine(), office()]
}

fn engine() -> Types {
    let mut found = Found::new();
    found.visit::<Command>();
    found.visit::<Outcome>();
    found.visit::<Query>();
    found.visit::<View>();
    found.into_file("engine", "What the engine and the screens say to each other")
}

fn office() -> Types {
    let mut found = Found::new();
    found.visit::<RecapFile>();
    found.visit::<Sheet>();
    found.into_file("office", "What is handed to the writer of spreadsheets")
}

struct Found {
    config: Config,
    types: BTreeMap<String, String>,
}

impl Found {
    fn new() -> Self {
        Self { config: Config::new().with_large_int("number"), types: BTreeMap::new() }
    }

    fn into_file(self, room: &str, what: &str) -> Types {
        let heading = format!("// {what}; written from the Rust types by `cargo xtask map`.\n");
        let text = self.types.values().fold(heading, |text, declared| format!("{text}\n{declared}\n"));
        let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src");
        Types { file: app.join(room).join("types.ts"), text }
    }
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
        for types in super::all() {
            let kept = std::fs::read_to_string(&types.file).unwrap();
            assert!(kept == types.text, "the types of the app are old: run `cargo xtask map`");
        }
    }
}
