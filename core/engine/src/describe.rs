//! What a change said, in plain text: for a person who has to copy out what the relay did not accept.

use serde_json::Value;
use tapak_domain::record::Fields;
use tapak_domain::{Fact, Record};

/// One line for each thing that `after` says and `before` does not.
pub(crate) fn difference(before: Option<&Record>, after: &Record) -> String {
    let mut lines = Vec::new();
    lines.extend(after.facts.iter().filter(|fact| !before.is_some_and(|b| b.facts.contains(fact))).map(fact_line));
    lines.extend(field_lines("", before.map(|before| &before.fields), &after.fields));
    for (name, items) in &after.collections {
        let old = before.and_then(|before| before.collections.get(name));
        for (id, fields) in items {
            lines.extend(field_lines(name, old.and_then(|old| old.get(id)), fields));
        }
    }
    lines.join("\n")
}

fn fact_line(fact: &Fact) -> String {
    let data = fact.data.iter().map(|(key, value)| format!("{key} {}", plain(value)));
    [vec![fact.kind.clone()], data.collect()].concat().join(", ")
}

fn field_lines(of: &str, before: Option<&Fields>, after: &Fields) -> Vec<String> {
    let same = |name: &String, value: &Value| before.and_then(|b| b.get(name)).is_some_and(|old| old.value == *value);
    let changed = after.iter().filter(|(name, register)| !same(name, &register.value));
    changed.map(|(name, register)| format!("{of} {name}: {}", plain(&register.value)).trim().to_owned()).collect()
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
