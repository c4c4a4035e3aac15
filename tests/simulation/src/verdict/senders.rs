//! Orders that go out in another's name: what newer apps wrote is everywhere, and each document is of the schema it needs.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::Noun;
use tapak_engine::Schema;
use tapak_engine::command::Command;
use tapak_store::Store;
use uuid::Uuid;

use super::held;
use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::tally::Count;
use crate::world::World;

/// Registers that an older app does not know.
const LATER: [&str; 8] =
    ["sender_name", "sender_phone", "hide_price", "discount", "fee_reason", "address_reason", "parcel_size", "channel"];

impl World {
    pub(super) fn check_senders(&mut self, picture: &Picture) -> Checked {
        let mut given: BTreeMap<Uuid, BTreeSet<&str>> = BTreeMap::new();
        for (promise, record) in self.ledger.done() {
            if let Command::TakeOrder { draft }
            | Command::SellOrder { draft, .. }
            | Command::ReviseOrder { draft, .. } = &promise.command
            {
                given.entry(record).or_default().insert(&draft.sender_name);
            }
        }
        for (id, page) in &picture.pages {
            let (sender, names) = (page.draft.sender_name.as_str(), given.get(id));
            let own = names.is_none_or(|names| names.contains(sender));
            Rule::Effect.hold(own, || format!("{id} is sent by {sender:?}, which was never said: {names:?}"))?;
        }
        let sent = picture.pages.values().filter(|page| !page.draft.sender_name.is_empty()).count();
        self.tally.add_many(Count::Senders, sent as u64);
        let stores = self.phones.iter().filter(|phone| !phone.is_revoked()).filter_map(|phone| phone.store());
        stores.chain(self.station.store()).try_for_each(check_schemas)
    }
}

/// A document is raised with what needs it, and never without.
fn check_schemas(store: &Store) -> Checked {
    for (id, held) in held::all(store)? {
        let document = held::document(store, id)?.filter(|_| held.scope == Noun::Order.scope());
        let Some((document, record)) = document.and_then(|of| Some((of.schema(), of.record().ok()?))) else { continue };
        let needs = LATER.iter().any(|field| record.fields.contains_key(*field));
        let fits = needs == (document > Schema::OLDEST);
        Rule::Effect.hold(fits, || format!("{id} is of {document:?} and holds {:?}", record.fields.keys()))?;
    }
    Ok(())
}
