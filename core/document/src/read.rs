//! Automerge documents to domain records, with the values that lost a concurrent write kept beside the winner.

use std::collections::BTreeMap;

use automerge::iter::MapRangeItem;
use automerge::{Automerge, ObjId, ROOT, ReadDoc, ScalarValueRef, ValueRef};
use serde_json::Value;
use tapak_domain::record::{Fields, Register};
use tapak_domain::{DeviceId, Fact, Noun, Record};
use uuid::Uuid;

use crate::change::ChangeHash;
use crate::error::DocumentError;
use crate::schema::{FACT_AT, FACT_BY, FACT_KIND, FACTS, NOUN, SCHEMA, Schema, collections};

/// Which change stated each fact.
pub(crate) fn fact_changes(doc: &Automerge) -> BTreeMap<Uuid, ChangeHash> {
    let Ok(Some((_, facts))) = doc.get(ROOT, FACTS) else { return BTreeMap::new() };
    let stated = doc.map_range(facts, ..).filter_map(|item| {
        let hash = doc.hash_for_opid(&item.id())?;
        Some((Uuid::parse_str(&item.key).ok()?, ChangeHash(hash.0)))
    });
    stated.collect()
}

pub(crate) fn record(id: Uuid, doc: &Automerge) -> Result<Record, DocumentError> {
    let noun = noun(doc).ok_or(DocumentError::NotARecord)?;
    let mut record = Record::empty(id, noun);
    for item in doc.map_range(ROOT, ..) {
        match item.key.as_ref() {
            NOUN | SCHEMA => {}
            FACTS => record.facts = facts(doc, &item),
            name if collections(noun).contains(&name) => {
                record.collections.insert(name.to_owned(), items(doc, &item));
            }
            name => {
                record.fields.insert(name.to_owned(), register(doc, &ROOT, &item));
            }
        }
    }
    Ok(record)
}

/// The highest that anybody said, also of those who said it at the same time.
pub(crate) fn schema(doc: &impl ReadDoc) -> Schema {
    let said = doc.get_all(ROOT, SCHEMA).unwrap_or_default();
    said.into_iter().filter_map(|(value, _)| value.as_i64()).max().map_or(Schema::OLDEST, Schema)
}

fn noun(doc: &Automerge) -> Option<Noun> {
    let (value, _) = doc.get(ROOT, NOUN).ok()??;
    Noun::from_code(value.as_str()?)
}

fn facts(doc: &Automerge, item: &MapRangeItem) -> Vec<Fact> {
    let mut facts: Vec<_> = doc.map_range(item.id(), ..).filter_map(|item| fact(&item)).collect();
    facts.sort_by_key(Fact::position);
    facts
}

/// A fact that is not whole is no fact.
fn fact(item: &MapRangeItem) -> Option<Fact> {
    let id = Uuid::parse_str(&item.key).ok()?;
    let Value::Object(mut data) = plain(&item.value) else { return None };
    let mut text = |key: &str| data.remove(key).and_then(|value| value.as_str().map(str::to_owned));
    let (kind, at, by) = (text(FACT_KIND)?, text(FACT_AT)?, text(FACT_BY)?);
    Some(Fact { id, kind, at: at.parse().ok()?, by: DeviceId(Uuid::parse_str(&by).ok()?), data })
}

fn items(doc: &Automerge, item: &MapRangeItem) -> BTreeMap<Uuid, Fields> {
    doc.map_range(item.id(), ..)
        .filter_map(|item| Some((Uuid::parse_str(&item.key).ok()?, fields(doc, &item))))
        .collect()
}

fn fields(doc: &Automerge, item: &MapRangeItem) -> Fields {
    let id = item.id();
    doc.map_range(&id, ..).map(|item| (item.key.clone().into_owned(), register(doc, &id, &item))).collect()
}

fn register(doc: &Automerge, parent: &ObjId, item: &MapRangeItem) -> Register {
    let value = plain(&item.value);
    let others = if item.conflict { losers(doc, parent, &item.key, &value) } else { Vec::new() };
    Register { value, others }
}

/// What lost a concurrent write, without what happens to equal the winner.
fn losers(doc: &Automerge, parent: &ObjId, key: &str, winner: &Value) -> Vec<Value> {
    let all = doc.get_all(parent, key).unwrap_or_default();
    let mut values: Vec<_> = all.into_iter().map(|(value, _)| plain_owned(value)).collect();
    values.retain(|value| value != winner);
    values
}

fn plain_owned(value: automerge::Value<'_>) -> Value {
    value.into_scalar().map_or(Value::Null, |scalar| from_scalar(&scalar.into()))
}

/// No verb nests objects in a register.
fn plain(value: &ValueRef<'_>) -> Value {
    match value {
        ValueRef::Object(_) => Value::Null,
        ValueRef::Scalar(scalar) => from_scalar(scalar),
    }
}

/// Bytes hold a value with parts, as JSON.
fn from_scalar(scalar: &ScalarValueRef<'_>) -> Value {
    match scalar {
        ScalarValueRef::Str(text) => Value::from(text.as_ref()),
        ScalarValueRef::Int(number) => Value::from(*number),
        ScalarValueRef::Uint(number) => Value::from(*number),
        ScalarValueRef::F64(number) => Value::from(*number),
        ScalarValueRef::Boolean(flag) => Value::from(*flag),
        ScalarValueRef::Bytes(json) => serde_json::from_slice(json).unwrap_or_default(),
        ScalarValueRef::Counter(_)
        | ScalarValueRef::Timestamp(_)
        | ScalarValueRef::Unknown { .. }
        | ScalarValueRef::Null => Value::Null,
    }
}
