//! How well chats are read: precision and recall of each field over messages a person has read before.
#![allow(clippy::unwrap_used, reason = "a corpus that cannot be read is no measure")]

mod corpus;
mod facts;
mod score;

use score::Scores;

const TUNED: &str = include_str!("tuned.txt");
const HELD_OUT: &str = include_str!("held_out.txt");

#[test]
fn what_the_reader_was_made_with_is_read_well() {
    let scores = Scores::of(&corpus::messages(TUNED));
    println!("\nMessages the reader was made with\n{}", scores.table());
    println!("{}", scores.misses());
}

#[test]
fn what_nobody_looked_at_is_read_nearly_as_well() {
    let scores = Scores::of(&corpus::messages(HELD_OUT));
    println!("\nMessages held out\n{}", scores.table());
    println!("{}", scores.misses());
}
