//! A bank's file: any text is read or refused, and every line it gives has an amount and can be told from the others.

use std::collections::BTreeSet;

use tapak_domain::statement::{Reading, read};
use uuid::Uuid;

pub(super) fn take(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(reading) = read(&text, tapak_domain::statement::day_in_the_shop(1_764_000_000_000)) {
        check(&reading);
    }
}

fn check(reading: &Reading) {
    let rows: BTreeSet<_> = reading.lines.iter().map(|line| line.row).collect();
    assert_eq!(rows.len(), reading.lines.len(), "one row is one line");
    assert!(reading.lines.iter().all(|line| line.amount != 0 && line.amount.abs() < 1_000_000_000));
    assert!(reading.problems.iter().all(|problem| !rows.contains(&problem.row)), "a row is read or it is not");
    let seen = std::cell::RefCell::new(BTreeSet::new());
    let lines = reading.kept("0111222333", &|identity| {
        assert!(seen.borrow_mut().insert(identity.to_owned()), "two lines are one");
        Uuid::nil()
    });
    assert_eq!(lines.len(), reading.lines.len());
}
