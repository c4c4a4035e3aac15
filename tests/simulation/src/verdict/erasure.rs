//! Whoever was erased is nowhere: not in a log, a document, a row, a search or what was set aside; what was paid stays known.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use tapak_store::Store;
use tapak_sync::DocumentId;
use uuid::Uuid;

use super::picture::Picture;
use crate::broken::{Broken, Checked, Rule};
use crate::tally::Count;
use crate::world::World;
use crate::world::erase::shop_record;

impl World {
    pub(super) fn check_erasure(&mut self, picture: &Picture) -> Checked {
        let erased = self.erased()?;
        self.tally.add_many(Count::Erased, erased.len() as u64);
        if erased.is_empty() {
            return Ok(());
        }
        let traces = self.traces_of_the_forgotten(picture)?;
        self.tally.add_many(Count::Forgotten, traces.len() as u64);
        let phones = self.phones.iter().filter(|phone| !phone.is_revoked());
        let replicas = phones.map(|phone| (phone.name(), phone.store())).chain([("the relay", self.station.store())]);
        for (name, store) in replicas.filter_map(|(name, store)| Some((name, store?))) {
            erased.iter().try_for_each(|id| check_gone(name, store, *id))?;
            check_money(name, store)?;
            check_bytes(name, store, &traces)?;
        }
        Ok(())
    }

    /// Parts of the names and numbers of guests that no record has any more, not even one that was held back.
    fn traces_of_the_forgotten(&self, picture: &Picture) -> Checked<Vec<String>> {
        let record = self.station.store().map(shop_record).transpose()?.flatten();
        let shop = record.and_then(|document| document.record().ok());
        let held = format!("{:?}", shop.map(|record| record.facts_of("held").cloned().collect::<Vec<_>>()));
        let there = format!("{held} {:?} {:?}", picture.pages, picture.contacts);
        let there = there.replace('-', "");
        let known = |guest: &str| there.contains(guest);
        let mut traces = Vec::new();
        for guest in self.buyers.guests() {
            let (name, digits) = (guest.name[8..].to_owned(), guest.phone[4..].to_owned());
            if !known(&name) && !known(&digits) && !self.phones_say(&[&name, &digits])? {
                traces.extend([name, digits]);
            }
        }
        Ok(traces)
    }

    /// Something set aside is kept for its author, who may be told of it only there: of a name, or of a number alone.
    fn phones_say(&self, traces: &[&String]) -> Checked<bool> {
        let says = |text: &str| traces.iter().any(|trace| text.contains(trace.as_str()));
        let mut said = false;
        for store in self.phones.iter().filter_map(|phone| phone.store()) {
            said |= store.all_set_aside()?.iter().any(|kept| says(&kept.title) || says(&kept.summary));
        }
        Ok(said)
    }
}

fn check_gone(name: &str, store: &Store, id: Uuid) -> Checked {
    let document = DocumentId::new(id.into_bytes());
    let left = [
        ("tombstone missing", !store.is_purged(document)?),
        ("document", store.held(document)?.is_some()),
        ("changes", !store.numbers_of(document)?.is_empty()),
        ("snapshot", store.snapshot(document)?.is_some()),
        ("record", store.named(id)?.is_some()),
        ("order", store.order(id)?.is_some()),
        ("contact", store.contact_row(id)?.is_some()),
        ("files", !store.files_of(id)?.is_empty()),
        ("claims", !store.claims_of(id)?.is_empty()),
        ("conflicts", !store.flags_of(id)?.is_empty()),
        ("what it held", !store.shared_keys_of(id)?.is_empty()),
        ("set aside", store.all_set_aside()?.iter().any(|kept| kept.record == id)),
    ];
    let left: BTreeSet<_> = left.into_iter().filter(|(_, there)| *there).map(|(what, _)| what).collect();
    Rule::Erased.hold(left.is_empty(), || format!("{name} has of the erased {id}: {left:?}"))
}

/// Of each order that was erased it is still known what it came to.
fn check_money(name: &str, store: &Store) -> Checked {
    let record = shop_record(store)?.and_then(|document| document.record().ok());
    let facts = record.map(|record| record.facts).unwrap_or_default();
    let stones = facts.iter().filter(|fact| fact.kind == "purged").filter_map(|fact| fact.data.get("documents"));
    for stone in stones.filter_map(Value::as_array).flatten().filter(|stone| stone["noun"] == "order") {
        let known = stone["total"].as_i64() > Some(0) && stone["pairs"].as_i64() > Some(0);
        Rule::Erased.hold(known, || format!("{name} no longer knows what {stone} came to"))?;
    }
    Ok(())
}

/// Every column and every index of the database, as it would be backed up.
fn check_bytes(name: &str, store: &Store, traces: &[String]) -> Checked {
    if traces.is_empty() {
        return Ok(());
    }
    let bytes = whole(store)?;
    let left: Vec<_> = traces.iter().filter(|trace| contains(&bytes, trace.as_bytes())).collect();
    Rule::Erased.hold(left.is_empty(), || format!("the disk of {name} still holds {left:?}"))
}

fn contains(bytes: &[u8], trace: &[u8]) -> bool {
    bytes.windows(trace.len()).any(|window| window == trace)
}

fn whole(store: &Store) -> Checked<Vec<u8>> {
    // One file per thread: several runs may be judged at the same time in one process.
    let (process, thread) = (std::process::id(), std::thread::current().id());
    let path = std::env::temp_dir().join(format!("tapak-simulation-{process}-{thread:?}"));
    let failed = |error: std::io::Error| Rule::Works.broken(error.to_string());
    let read = store.back_up(&path).map_err(Broken::from).and_then(|()| std::fs::read(&path).map_err(failed));
    remove(&path);
    read
}

fn remove(path: &Path) {
    let _ = std::fs::remove_file(path);
}
