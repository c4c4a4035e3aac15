//! The dependency law: which room may know which, and which outside crate belongs to whom.

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

use crate::{Fault, Finding, House};

/// Each room and the rooms it may know. The tests and the front door, under `tests/`, may know everyone.
const ROOMS: &[(&str, &[&str])] = &[
    ("tapak-domain", &[]),
    ("tapak-document", &["tapak-domain"]),
    ("tapak-sync", &[]),
    ("tapak-store", &["tapak-domain", "tapak-document", "tapak-sync"]),
    ("tapak-engine", &["tapak-domain", "tapak-document", "tapak-sync", "tapak-store"]),
    ("tapak-office", &[]),
    ("tapak-server", &["tapak-domain", "tapak-document", "tapak-sync", "tapak-store", "tapak-engine", "tapak-office"]),
    ("tapak-bridge", &["tapak-engine"]),
    ("tapak-office-bridge", &["tapak-office"]),
];

/// Outside crates that stay in one room, so that replacing one means opening one door.
const KEPT_IN: &[(&str, &[&str])] = &[
    ("automerge", &["tapak-document"]),
    ("rusqlite", &["tapak-store"]),
    ("sqlite-wasm-rs", &["tapak-store", "tapak-bridge"]),
    ("sqlite-wasm-vfs", &["tapak-store", "tapak-bridge"]),
    ("rust_xlsxwriter", &["tapak-office"]),
    ("wasm-bindgen", &["tapak-bridge", "tapak-office-bridge"]),
    ("wasm-bindgen-futures", &["tapak-bridge"]),
    ("serde-wasm-bindgen", &["tapak-bridge"]),
    ("js-sys", &["tapak-bridge"]),
    ("web-sys", &["tapak-bridge"]),
];

/// A package of ours and what it is built from: tests and build scripts may look further.
#[derive(Debug, Clone)]
pub struct Room {
    pub name: String,
    pub path: String,
    pub knows: Vec<String>,
}

/// Reads the law against the workspace as cargo sees it.
pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let metadata = MetadataCommand::new().manifest_path(house.path("Cargo.toml")).no_deps().exec()?;
    let root = metadata.workspace_root.as_str();
    let rooms: Vec<_> = metadata.packages.iter().map(|package| room(package, root)).collect();
    Ok(judge(&rooms))
}

fn room(package: &Package, root: &str) -> Room {
    let knows = package.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal);
    let path = package.manifest_path.as_str().trim_start_matches(root).trim_start_matches('/');
    Room {
        name: package.name.to_string(),
        path: path.into(),
        knows: knows.map(|dependency| dependency.name.clone()).collect(),
    }
}

/// What in these rooms breaks the law.
pub fn judge(rooms: &[Room]) -> Vec<Finding> {
    rooms.iter().filter(|room| !room.path.starts_with("tests/")).flat_map(judge_room).collect()
}

fn judge_room(room: &Room) -> Vec<Finding> {
    let Some((_, may_know)) = ROOMS.iter().find(|(name, _)| *name == room.name) else {
        return vec![Finding::new(&room.path, format!("{} has no place in the law: add it to ROOMS", room.name))];
    };
    room.knows
        .iter()
        .filter_map(|known| broken(&room.name, may_know, known))
        .map(|what| Finding::new(&room.path, what))
        .collect()
}

fn broken(room: &str, may_know: &[&str], known: &str) -> Option<String> {
    if known.starts_with("tapak-") {
        return (!may_know.contains(&known)).then(|| format!("{room} must not know {known}"));
    }
    let (_, keepers) = KEPT_IN.iter().find(|(name, _)| *name == known)?;
    (!keepers.contains(&room)).then(|| format!("{known} stays in {}, not in {room}", keepers.join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::{Room, judge};

    fn room(name: &str, path: &str, knows: &[&str]) -> Room {
        Room { name: name.into(), path: path.into(), knows: knows.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn the_domain_may_not_look_upstairs() {
        let findings = judge(&[room("tapak-domain", "core/domain/Cargo.toml", &["serde", "tapak-store"])]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].what, "tapak-domain must not know tapak-store");
    }

    #[test]
    fn sqlite_stays_in_the_store() {
        assert!(judge(&[room("tapak-store", "core/store/Cargo.toml", &["rusqlite"])]).is_empty());
        let findings = judge(&[room("tapak-server", "server/Cargo.toml", &["rusqlite"])]);
        assert_eq!(findings[0].what, "rusqlite stays in tapak-store, not in tapak-server");
    }

    #[test]
    fn a_new_room_needs_a_place_in_the_law() {
        assert_eq!(judge(&[room("tapak-attic", "core/attic/Cargo.toml", &[])]).len(), 1);
    }

    #[test]
    fn tests_may_know_everyone() {
        assert!(judge(&[room("tapak-bench", "tests/bench/Cargo.toml", &["tapak-engine", "automerge"])]).is_empty());
    }
}
