//! What every noun shares: registers, collections of items, immutable facts, and the edits to them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::stamp::Stamp;

/// A device enrolled in the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(pub Uuid);

/// The kinds of record there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Order,
    Contact,
    Product,
    /// What couriers ask, by place: a part of an imported table.
    Tariff,
    /// The shop itself: who belongs to it, as what, and what was erased. One record.
    Shop,
    /// Lines of a bank's statement.
    Statement,
    /// A batch of claims, frozen by time.
    Recap,
}

impl Noun {
    pub const ALL: [Self; 7] =
        [Self::Order, Self::Contact, Self::Product, Self::Tariff, Self::Shop, Self::Statement, Self::Recap];

    pub fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Contact => "contact",
            Self::Product => "product",
            Self::Tariff => "tariff",
            Self::Shop => "shop",
            Self::Statement => "statement",
            Self::Recap => "recap",
        }
    }

    /// The part of the shop a record of this noun belongs to, by which a role reads. Numbers are for ever.
    pub fn scope(self) -> u16 {
        match self {
            Self::Shop => 1,
            Self::Product => 2,
            Self::Order => 3,
            Self::Contact => 4,
            Self::Statement => 5,
            Self::Tariff => 6,
            Self::Recap => 7,
        }
    }

    pub fn from_scope(scope: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.scope() == scope)
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.code() == code)
    }
}

/// One value that devices may set at the same time: the one that shows, and those it won over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Register {
    pub value: Value,
    pub others: Vec<Value>,
}

pub type Fields = BTreeMap<String, Register>;

/// Something that happened. Never changed, never removed; its order in history is (`at`, `by`).
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub id: Uuid,
    pub kind: String,
    pub at: Stamp,
    pub by: DeviceId,
    pub data: Map<String, Value>,
}

impl Fact {
    /// The place of this fact in the history, the same on every replica.
    pub fn position(&self) -> (Stamp, DeviceId, Uuid) {
        (self.at, self.by, self.id)
    }

    /// A text of the fact's data, empty when it has none.
    pub fn text(&self, key: &str) -> &str {
        self.data.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// A whole number of the fact's data, 0 when it has none.
    pub fn number(&self, key: &str) -> i64 {
        self.data.get(key).and_then(Value::as_i64).unwrap_or_default()
    }

    pub fn flag(&self, key: &str) -> bool {
        self.data.get(key).and_then(Value::as_bool).unwrap_or_default()
    }
}

/// A record as its document holds it now.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: Uuid,
    pub noun: Noun,
    pub fields: Fields,
    pub collections: BTreeMap<String, BTreeMap<Uuid, Fields>>,
    /// In the order of the hybrid clock.
    pub facts: Vec<Fact>,
}

impl Record {
    /// A record nobody has written yet.
    pub fn empty(id: Uuid, noun: Noun) -> Self {
        Self { id, noun, fields: Fields::new(), collections: BTreeMap::new(), facts: Vec::new() }
    }

    /// A register read as `T`. What is absent or does not fit reads as the default: a record from a newer app
    /// must still open.
    pub fn get<T: DeserializeOwned + Default>(&self, field: &str) -> T {
        read(&self.fields, field)
    }

    pub fn collection(&self, name: &str) -> impl Iterator<Item = (&Uuid, &Fields)> {
        self.collections.get(name).into_iter().flatten()
    }

    pub fn facts_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().filter(move |fact| fact.kind == kind)
    }
}

/// A register of an item or a record, read as `T`, or the default.
pub fn read<T: DeserializeOwned + Default>(fields: &Fields, field: &str) -> T {
    fields.get(field).and_then(|register| T::deserialize(&register.value).ok()).unwrap_or_default()
}

/// One step a verb asks for. A command's edits become one change of one document.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Set { field: &'static str, value: Value },
    Put { collection: &'static str, item: Uuid, field: &'static str, value: Value },
    Remove { collection: &'static str, item: Uuid },
    State(Fact),
}

impl Edit {
    pub fn set(field: &'static str, value: impl Serialize) -> Self {
        Self::Set { field, value: plain(value) }
    }

    pub fn put(collection: &'static str, item: Uuid, field: &'static str, value: impl Serialize) -> Self {
        Self::Put { collection, item, field, value: plain(value) }
    }
}

/// Values of the domain serialize to plain JSON; one that does not is nothing.
pub fn plain(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
