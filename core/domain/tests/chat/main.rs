//! How well chats are read: precision and recall of each field over messages a person has read before.
#![allow(clippy::unwrap_used, reason = "a corpus that cannot be read is no measure")]

mod corpus;
mod facts;
mod score;

use score::{Floors, Scores};

/// What was measured when the reader was made, less what one more slip in a small field costs. Percent of precision and
/// of recall.
const TUNED: Floors =
    Floors { all: (99.0, 99.0), each: (97.0, 97.0), fields: &[("line", (95.0, 95.0)), ("street", (95.0, 95.0))] };

/// The fields that are behind, and how far, are named.
const HELD_OUT: Floors = Floors {
    all: (95.5, 95.5),
    each: (91.0, 91.0),
    fields: &[
        ("amount", (100.0, 71.0)),
        ("bank", (100.0, 80.0)),
        ("change", (100.0, 75.0)),
        ("deadline", (75.0, 100.0)),
        ("kind", (89.0, 89.0)),
        ("paid_at", (100.0, 50.0)),
        ("payer", (100.0, 75.0)),
        ("sender_name", (100.0, 83.0)),
    ],
};

#[test]
fn messages_the_reader_was_made_with_are_read_well() {
    let scores = Scores::of(&corpus::messages(include_str!("tuned.txt")));
    println!("\nMessages the reader was made with\n{}\n{}", scores.table(), scores.misses());
    assert_eq!(scores.below(&TUNED), [""; 0]);
    assert_eq!(scores.wrong_and_sure, [""; 0]);
}

#[test]
fn messages_nobody_looked_at_are_read_nearly_as_well() {
    let scores = Scores::of(&corpus::messages(include_str!("held_out.txt")));
    println!("\nMessages held out\n{}", scores.table());
    assert_eq!(scores.below(&HELD_OUT), [""; 0]);
    assert_eq!(scores.wrong_and_sure, [""; 0]);
}

#[test]
fn nearly_a_third_of_the_messages_is_held_out() {
    let (tuned, held) = (corpus::messages(include_str!("tuned.txt")), corpus::messages(include_str!("held_out.txt")));
    let titles: std::collections::BTreeSet<_> = tuned.iter().chain(&held).map(|message| &message.title).collect();
    assert_eq!(titles.len(), tuned.len() + held.len(), "two messages have one title");
    assert!(held.len() * 10 >= (tuned.len() + held.len()) * 3, "{} beside {}", held.len(), tuned.len());
}
