//! The house as it stands today, held against its own rules.

use tapak_tidy::{Fault, Finding, House, finding, law, leftovers, map, migrations, purity, requirements, shape};

/// The rule finds nothing; otherwise the test says everything it found.
fn holds(rule: fn(&House) -> Result<Vec<Finding>, Fault>) {
    let told = match rule(&House::here()) {
        Ok(findings) => finding::report(&findings),
        Err(fault) => fault.to_string(),
    };
    assert!(told.is_empty(), "\n{told}\n");
}

#[test]
fn rooms_know_only_whom_they_may_know() {
    holds(law::check);
}

#[test]
fn the_core_is_handed_its_clock_its_dice_and_its_settings() {
    holds(purity::check);
}

#[test]
fn files_say_what_they_hold_and_are_short_enough_to_be_seen_whole() {
    holds(shape::check);
}

#[test]
fn no_test_is_skipped_and_nothing_is_left_for_later() {
    holds(leftovers::check);
}

#[test]
fn migrations_are_only_ever_added() {
    holds(migrations::check);
}

#[test]
fn the_map_shows_the_house_as_it_is() {
    holds(map::check);
}

#[test]
fn every_requirement_has_a_test_and_every_test_of_one_is_in_the_table() {
    holds(requirements::check);
}
