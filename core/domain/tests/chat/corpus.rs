//! The messages of a corpus file, each with what a person reads in it.

use crate::facts::Fact;

#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) expected: Vec<Fact>,
}

pub(crate) fn messages(file: &str) -> Vec<Message> {
    file.split("\n=== ").skip(1).map(message).collect()
}

fn message(entry: &str) -> Message {
    let (title, rest) = entry.split_once('\n').unwrap();
    let (text, expected) = rest.split_once(">>> expected\n").unwrap();
    let expected = expected.split("\n#").next().unwrap();
    let text = text.strip_suffix('\n').unwrap_or(text).to_owned();
    Message { title: title.to_owned(), text, expected: facts(expected) }
}

fn facts(expected: &str) -> Vec<Fact> {
    let orders = expected.split(">>> order ").enumerate();
    orders.flat_map(|(order, lines)| lines.lines().filter_map(move |line| fact(order, line))).collect()
}

fn fact(order: usize, line: &str) -> Option<Fact> {
    let (field, value) = line.split_once(": ")?;
    Some(Fact::new(order, field, value))
}
