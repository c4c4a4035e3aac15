//! A batch read from its record. Only what somebody may freeze counts; an entry that is not whole is none.

use serde::Deserialize;
use uuid::Uuid;

use super::{Entry, FROZEN};
use crate::policy::{Authority, counts};
use crate::record::{DeviceId, Fact, Noun, Record};
use crate::stamp::Stamp;
use crate::values::clock;

/// A part of a batch, as one change froze it.
#[derive(Debug, Clone, PartialEq)]
pub struct Frozen {
    pub fact: Uuid,
    pub at: Stamp,
    pub by: DeviceId,
    /// Up to when the batch before it reached, and this one, in milliseconds since 1970 UTC.
    pub from: u64,
    pub until: u64,
    pub entries: Vec<Entry>,
}

impl Frozen {
    /// Where it stands among everything that was ever frozen, the same on every replica: of two batches that have the
    /// same claim, the one that stands first counts it.
    pub fn place(&self) -> String {
        format!("{} {} {}", self.at, self.by.0.simple(), self.fact.simple())
    }
}

/// A batch, in the sequence its parts were frozen in.
#[derive(Debug, Clone, PartialEq)]
pub struct Recap {
    pub id: Uuid,
    pub frozen: Vec<Frozen>,
    /// In how many parts it was written; fewer are here while the rest is on its way.
    pub parts: usize,
}

impl Recap {
    pub fn new(record: &Record, authority: &dyn Authority) -> Self {
        let facts = record.facts_of(FROZEN).filter(|fact| counts(authority, Noun::Recap, fact));
        let facts: Vec<_> = facts.collect();
        let parts = facts.iter().map(|fact| get(fact, "parts")).max().unwrap_or_default();
        Self { id: record.id, frozen: facts.into_iter().map(frozen).collect(), parts }
    }

    pub fn first(&self) -> Option<&Frozen> {
        self.frozen.first()
    }

    /// Up to when it reaches, as clocks in the shop show it.
    pub fn title(&self) -> String {
        self.first().map(|first| clock::date_time(first.until)).unwrap_or_default()
    }
}

fn frozen(fact: &Fact) -> Frozen {
    let entries = fact.data.get("claims").and_then(serde_json::Value::as_array);
    let entry = |value| Entry::deserialize(value).ok();
    Frozen {
        fact: fact.id,
        at: fact.at,
        by: fact.by,
        from: get(fact, "from"),
        until: get(fact, "until"),
        entries: entries.into_iter().flatten().filter_map(entry).collect(),
    }
}

fn get<T: for<'de> Deserialize<'de> + Default>(fact: &Fact, key: &str) -> T {
    fact.data.get(key).and_then(|value| T::deserialize(value).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;
    use crate::policy::Role;

    const ENI: DeviceId = DeviceId(Uuid::from_u128(1));
    const RINA: DeviceId = DeviceId(Uuid::from_u128(2));

    struct Crew;

    impl Authority for Crew {
        fn role_of(&self, device: DeviceId) -> Option<Role> {
            [(ENI, Role::Finance), (RINA, Role::Cs)].into_iter().find(|(id, _)| *id == device).map(|(_, role)| role)
        }
    }

    fn fact(id: u128, by: DeviceId, data: &serde_json::Value) -> Fact {
        let data: Map<_, _> = data.as_object().cloned().unwrap_or_default();
        Fact { id: Uuid::from_u128(id), kind: FROZEN.into(), at: Stamp::new(9, 0), by, data }
    }

    fn batch(facts: Vec<Fact>) -> Recap {
        Recap::new(&Record { facts, ..Record::empty(Uuid::from_u128(5), Noun::Recap) }, &Crew)
    }

    #[test]
    fn a_batch_that_cs_froze_counts_nothing() {
        let data = json!({"until": 9, "parts": 1, "claims": []});
        assert_eq!(batch(vec![fact(1, ENI, &data)]).frozen.len(), 1);
        assert_eq!(batch(vec![fact(1, RINA, &data)]).first(), None);
    }

    #[test]
    fn what_is_no_entry_is_left_out_and_the_rest_is_read() {
        let claim = Uuid::from_u128(7).simple().to_string();
        let good = json!([claim, claim, "B3-0142", 325_417, 325_417, 4]);
        let data = json!({"claims": [good, ["x"], 7], "parts": 3, "until": "nonsense"});
        let read = batch(vec![fact(1, ENI, &data)]);
        assert_eq!(read.frozen[0].entries.len(), 1);
        assert_eq!((read.parts, read.frozen[0].until), (3, 0));
    }

    #[test]
    fn r04_of_two_batches_frozen_apart_the_earlier_stands_first_everywhere() {
        let at =
            |millis, by| Frozen { at: Stamp::new(millis, 0), ..batch(vec![fact(1, by, &json!({}))]).frozen[0].clone() };
        assert!(at(15, ENI).place() < at(16, ENI).place());
    }
}
