//! What a change said, kept as it was: for a person who has to decide about it, or to write it again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tapak_domain::order::Order;
use tapak_domain::record::Fields;
use tapak_domain::{Fact, Noun, Record};
use uuid::Uuid;

/// Names of other records, and what was pasted: they say nothing to who reads this.
const UNSAID: &[&str] = &["contact", "product", "source"];
const REVISED: &str = "revised";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Said {
    Fact { kind: String, data: Map<String, Value> },
    Field { field: String, value: String },
}

/// Everything that `after` says and `before` does not. A revised order tells its fields itself.
pub(crate) fn difference(before: Option<&Record>, after: &Record) -> Vec<Said> {
    let news = after.facts.iter().filter(|fact| !before.is_some_and(|before| before.facts.contains(fact)));
    let mut said: Vec<_> = news.map(fact).collect();
    if after.noun == Noun::Order && said.iter().any(|said| matches!(said, Said::Fact { kind, .. } if kind == REVISED)) {
        return said;
    }
    said.extend(
        fields(before.map(|before| &before.fields), &after.fields).map(|(field, value)| Said::Field { field, value }),
    );
    said.extend(items(before, after));
    said
}

/// As it is kept. At most so many bytes: what is too much is left off at the end.
pub(crate) fn write(mut said: Vec<Said>, most: usize) -> String {
    loop {
        let text = serde_json::to_string(&said).unwrap_or_default();
        if text.len() <= most || said.pop().is_none() {
            return text;
        }
    }
}

/// Nothing when an older app put it in words of its own.
pub(crate) fn read(kept: &str) -> Option<Vec<Said>> {
    serde_json::from_str(kept).ok()
}

fn fact(fact: &Fact) -> Said {
    Said::Fact { kind: fact.kind.clone(), data: fact.data.clone() }
}

fn fields<'a>(before: Option<&'a Fields>, after: &'a Fields) -> impl Iterator<Item = (String, String)> {
    let same = move |name: &str, value: &Value| {
        before.and_then(|before| before.get(name)).is_some_and(|old| old.value == *value)
    };
    let changed =
        after.iter().filter(move |(name, register)| !UNSAID.contains(&name.as_str()) && !same(name, &register.value));
    let said = changed.map(|(name, register)| (name.clone(), plain(&register.value)));
    said.filter(|(_, value)| !value.is_empty())
}

/// One piece for each item that changed.
fn items(before: Option<&Record>, after: &Record) -> Vec<Said> {
    let lines = lines(after);
    let mut said = Vec::new();
    for (name, items) in &after.collections {
        let old = before.and_then(|before| before.collections.get(name));
        for (id, now) in items.iter().filter(|(id, now)| old.and_then(|old| old.get(id)) != Some(now)) {
            let value = lines.get(id).cloned();
            let value =
                value.unwrap_or_else(|| fields(None, now).map(|(_, value)| value).collect::<Vec<_>>().join(", "));
            said.push(Said::Field { field: name.clone(), value });
        }
    }
    said
}

/// The lines of an order as a person would say them.
fn lines(record: &Record) -> BTreeMap<Uuid, String> {
    if record.noun != Noun::Order {
        return BTreeMap::new();
    }
    Order::new(record.clone()).lines.iter().map(|(id, line)| (*id, line.one_line())).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(entries) => {
            let said = entries.values().map(plain).filter(|text| !text.is_empty());
            said.collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::{Said, read, write};

    fn note(text: &str) -> Said {
        Said::Fact { kind: "noted".into(), data: Map::from_iter([("text".to_owned(), json!(text))]) }
    }

    #[test]
    fn what_is_kept_reads_back_and_what_is_too_much_is_left_off_at_the_end() {
        let said = vec![note("titip satpam"), Said::Field { field: "buyer_name".into(), value: "Dedi".into() }];
        assert_eq!(read(&write(said.clone(), 1000)), Some(said.clone()));
        assert_eq!(read(&write(said.clone(), 60)), Some(said[..1].to_vec()));
        assert_eq!(read(&write(said, 10)), Some(Vec::new()));
    }

    #[test]
    fn words_of_an_older_app_are_not_taken_for_pieces() {
        assert_eq!(read("noted, text titip satpam"), None);
    }
}
