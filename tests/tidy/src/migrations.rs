//! Migrations are append-only: a manifest remembers each one, and an edited one is found.

use std::collections::BTreeMap;

use crate::{Fault, Finding, House, Source};

const FOLDER: &str = "migrations";
const MANIFEST: &str = "migrations/manifest.txt";

/// Every difference between the migrations and what the manifest remembers of them.
pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let migrations = house.sources(&[FOLDER], &[".sql"])?;
    let remembered = remembered(house)?;
    let mut findings = numbered(&migrations);
    findings.extend(edited(&migrations, &remembered));
    findings.extend(unknown(&migrations, &remembered));
    Ok(findings)
}

/// Adds the migrations that are new; an edited or missing one is refused.
pub fn remember(house: &House) -> Result<usize, Fault> {
    let migrations = house.sources(&[FOLDER], &[".sql"])?;
    let known = remembered(house)?;
    if let Some(finding) = edited(&migrations, &known).first() {
        return Err(Fault::Migration(finding.to_string()));
    }
    let lines: Vec<_> = migrations.iter().map(|one| format!("{}  {}", digest(one), one.path)).collect();
    house.write(MANIFEST, &(lines.join("\n") + "\n"))?;
    Ok(migrations.len() - known.len())
}

fn remembered(house: &House) -> Result<BTreeMap<String, String>, Fault> {
    if !house.path(MANIFEST).exists() {
        return Ok(BTreeMap::new());
    }
    let manifest = house.read(MANIFEST)?;
    let lines = manifest.lines().filter_map(|line| line.split_once("  "));
    Ok(lines.map(|(digest, path)| (path.to_owned(), digest.to_owned())).collect())
}

/// Replicas of every age run the same list, so the numbers have no gap and no double.
fn numbered(migrations: &[Source]) -> Vec<Finding> {
    let numbers = migrations.iter().zip(1..);
    let wrong = numbers.filter(|(migration, number)| !migration.path.starts_with(&format!("{FOLDER}/{number:04}_")));
    wrong
        .map(|(migration, number)| Finding::new(&migration.path, format!("expected number {number:04} here")))
        .collect()
}

fn edited(migrations: &[Source], remembered: &BTreeMap<String, String>) -> Vec<Finding> {
    let now: BTreeMap<_, _> = migrations.iter().map(|migration| (migration.path.clone(), digest(migration))).collect();
    let changed = remembered.iter().filter(|(path, digest)| now.get(*path) != Some(*digest));
    changed
        .map(|(path, _)| Finding::new(path, "phones have run it: put it back and write the change as a new migration"))
        .collect()
}

fn unknown(migrations: &[Source], remembered: &BTreeMap<String, String>) -> Vec<Finding> {
    let new = migrations.iter().filter(|migration| !remembered.contains_key(&migration.path));
    new.map(|migration| Finding::new(&migration.path, "not in the manifest: run `cargo xtask map`")).collect()
}

fn digest(migration: &Source) -> String {
    blake3::hash(migration.text.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::{check, remember};
    use crate::House;

    fn house(name: &str, files: &[(&str, &str)]) -> House {
        let root = std::env::temp_dir().join(format!("tapak-tidy-{name}-{}", std::process::id()));
        std::fs::create_dir_all(root.join("migrations")).unwrap();
        let house = House::at(root);
        for (path, text) in files {
            house.write(path, text).unwrap();
        }
        house
    }

    #[test]
    fn a_new_migration_is_remembered_once() {
        let house = house("new", &[("migrations/0001_first.sql", "create table a (b);")]);
        assert_eq!(check(&house).unwrap().len(), 1);
        assert_eq!(remember(&house).unwrap(), 1);
        assert!(check(&house).unwrap().is_empty());
        assert_eq!(remember(&house).unwrap(), 0);
    }

    #[test]
    fn an_edited_migration_is_found_and_never_forgiven() {
        let house = house("edited", &[("migrations/0001_first.sql", "create table a (b);")]);
        remember(&house).unwrap();
        house.write("migrations/0001_first.sql", "create table a (b, c);").unwrap();
        assert_eq!(check(&house).unwrap()[0].place, "migrations/0001_first.sql");
        assert!(remember(&house).is_err());
    }

    #[test]
    fn a_gap_in_the_numbers_is_found() {
        let house = house("gap", &[("migrations/0001_first.sql", ""), ("migrations/0003_third.sql", "")]);
        remember(&house).unwrap();
        assert_eq!(check(&house).unwrap()[0].what, "expected number 0002 here");
    }
}
