//! Domain edits to Automerge operations.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue};
use serde_json::Value;
use tapak_domain::{Edit, Fact, Noun};

use crate::schema::{FACT_AT, FACT_BY, FACT_KIND, FACTS, SCHEMA, needed};
use crate::{genesis, read};

type Written = Result<(), AutomergeError>;

/// `fresh` is a document that is written for the first time.
pub(crate) fn edits(tx: &mut Transaction, fresh: bool, noun: Noun, edits: &[Edit]) -> Written {
    if fresh {
        return tx.init_root_from_hydrate(&genesis::root(noun, edits));
    }
    let needed = needed(noun, edits);
    if needed > read::schema(tx) {
        tx.put(ROOT, SCHEMA, needed.0)?;
    }
    edits.iter().try_for_each(|edit| apply(tx, edit))
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
    put(tx, &facts, fact.id.to_string(), &stated(fact))
}

/// One value: a fact is stated whole or not at all.
pub(crate) fn stated(fact: &Fact) -> Value {
    let mut whole = fact.data.clone();
    whole.insert(FACT_KIND.to_owned(), fact.kind.as_str().into());
    whole.insert(FACT_AT.to_owned(), fact.at.to_string().into());
    whole.insert(FACT_BY.to_owned(), fact.by.0.to_string().into());
    Value::Object(whole)
}

/// The map at `key`, made if it is not there.
fn child(tx: &mut Transaction, parent: &ObjId, key: &str) -> Result<ObjId, AutomergeError> {
    match tx.get(parent, key)? {
        Some((automerge::Value::Object(ObjType::Map), id)) => Ok(id),
        _ => tx.put_object(parent, key, ObjType::Map),
    }
}

fn put(tx: &mut Transaction, object: &ObjId, key: impl Into<Prop>, value: &Value) -> Written {
    tx.put(object, key, to_scalar(value))
}

/// A register is set as a whole, so a value with parts is one value to Automerge: its JSON.
pub(crate) fn to_scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Null => ScalarValue::Null,
        Value::Bool(flag) => ScalarValue::Boolean(*flag),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| ScalarValue::F64(number.as_f64().unwrap_or_default()), ScalarValue::Int)
        }
        Value::String(text) => ScalarValue::Str(text.as_str().into()),
        Value::Array(_) | Value::Object(_) => ScalarValue::Bytes(value.to_string().into_bytes()),
    }
}
