//! Domain edits to Automerge operations.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue};
use serde_json::Value;
use tapak_domain::{Edit, Fact, Noun};

use crate::schema::{FACT_AT, FACT_BY, FACT_KIND, FACTS, NOUN, SCHEMA, SCHEMA_VERSION, collections};

type Written = Result<(), AutomergeError>;

/// `genesis` names the noun of a document that is written for the first time.
pub(crate) fn edits(tx: &mut Transaction, genesis: Option<Noun>, edits: &[Edit]) -> Written {
    if let Some(noun) = genesis {
        begin(tx, noun)?;
    }
    edits.iter().try_for_each(|edit| apply(tx, edit))
}

fn begin(tx: &mut Transaction, noun: Noun) -> Written {
    tx.put(ROOT, NOUN, noun.code())?;
    tx.put(ROOT, SCHEMA, SCHEMA_VERSION)?;
    tx.put_object(ROOT, FACTS, ObjType::Map)?;
    for name in collections(noun) {
        tx.put_object(ROOT, *name, ObjType::Map)?;
    }
    Ok(())
}

fn apply(tx: &mut Transaction, edit: &Edit) -> Written {
    match edit {
        Edit::Set { field, value } => put(tx, &ROOT, *field, value),
        Edit::Put { collection, item, field, value } => {
            let items = child(tx, &ROOT, collection)?;
            let item = child(tx, &items, &item.to_string())?;
            put(tx, &item, *field, value)
        }
        Edit::Remove { collection, item } => {
            let items = child(tx, &ROOT, collection)?;
            tx.delete(&items, item.to_string())
        }
        Edit::State(fact) => state(tx, fact),
    }
}

fn state(tx: &mut Transaction, fact: &Fact) -> Written {
    let facts = child(tx, &ROOT, FACTS)?;
    let object = tx.put_object(&facts, fact.id.to_string(), ObjType::Map)?;
    tx.put(&object, FACT_KIND, fact.kind.as_str())?;
    tx.put(&object, FACT_AT, fact.at.to_string())?;
    tx.put(&object, FACT_BY, fact.by.0.to_string())?;
    fact.data.iter().try_for_each(|(key, value)| put(tx, &object, key.as_str(), value))
}

/// The map at `key`, made if it is not there.
fn child(tx: &mut Transaction, parent: &ObjId, key: &str) -> Result<ObjId, AutomergeError> {
    match tx.get(parent, key)? {
        Some((automerge::Value::Object(ObjType::Map), id)) => Ok(id),
        _ => tx.put_object(parent, key, ObjType::Map),
    }
}

fn put(tx: &mut Transaction, object: &ObjId, key: impl Into<Prop>, value: &Value) -> Written {
    match value {
        Value::Array(items) => {
            let list = tx.put_object(object, key, ObjType::List)?;
            items.iter().enumerate().try_for_each(|(i, item)| insert(tx, &list, i, item))
        }
        Value::Object(entries) => {
            let map = tx.put_object(object, key, ObjType::Map)?;
            entries.iter().try_for_each(|(key, value)| put(tx, &map, key.as_str(), value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => tx.put(object, key, to_scalar(value)),
    }
}

fn insert(tx: &mut Transaction, list: &ObjId, index: usize, value: &Value) -> Written {
    match value {
        Value::Array(items) => {
            let inner = tx.insert_object(list, index, ObjType::List)?;
            items.iter().enumerate().try_for_each(|(i, item)| insert(tx, &inner, i, item))
        }
        Value::Object(entries) => {
            let map = tx.insert_object(list, index, ObjType::Map)?;
            entries.iter().try_for_each(|(key, value)| put(tx, &map, key.as_str(), value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => tx.insert(list, index, to_scalar(value)),
    }
}

fn to_scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Bool(flag) => ScalarValue::Boolean(*flag),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| ScalarValue::F64(number.as_f64().unwrap_or_default()), ScalarValue::Int)
        }
        Value::String(text) => ScalarValue::Str(text.as_str().into()),
        Value::Null | Value::Array(_) | Value::Object(_) => ScalarValue::Null,
    }
}
