//! What a device wrote that was shown the door: what the relay took before stays where it is; what came after lies with the
//! owner to look at, and nowhere else.

use std::collections::BTreeSet;

use tapak_domain::shop::Shop;
use tapak_sync::{DocumentId, RefusalCode};
use uuid::Uuid;

use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::ledger::witness::Change;
use crate::tally::Count;
use crate::world::World;
use crate::world::erase::shop_record;
use crate::world::phone::Phone;

impl World {
    /// That what was taken before is still in the log, and what came after is not, is seen on the wire.
    pub(super) fn check_revoked(&mut self, picture: &Picture) -> Checked {
        let record = self.station.store().map(shop_record).transpose()?.flatten();
        let shop = record.and_then(|document| document.record().ok()).map(|record| Shop::new(&record));
        let held: BTreeSet<_> = shop.into_iter().flat_map(|shop| shop.held).map(|held| held.change).collect();
        let (refused, erased) = (self.witness.refused_as(RefusalCode::Revoked), self.erased()?);
        check_held(refused, &held, &erased)?;
        self.tally.add_many(Count::HeldOfRevoked, held.len() as u64);
        let gone: BTreeSet<_> = self.phones.iter().filter(|phone| phone.is_revoked()).map(Phone::name).collect();
        let entries = picture.pages.values().flat_map(|page| &page.timeline);
        let kept = entries.filter(|entry| gone.contains(entry.person.as_str())).count();
        self.tally.add_many(Count::KeptOfRevoked, kept as u64);
        Ok(())
    }
}

/// Of a record that was erased nothing is kept.
fn check_held(refused: Vec<Change>, held: &BTreeSet<String>, erased: &BTreeSet<Uuid>) -> Checked {
    let there = |document: &DocumentId| !erased.contains(&Uuid::from_bytes(document.to_bytes()));
    let lost = refused.into_iter().find(|(document, hash)| there(document) && !held.contains(&hash.to_string()));
    Rule::Revoked.hold(lost.is_none(), || format!("{lost:?} came too late, and the owner has not got it"))
}

#[cfg(test)]
mod tests {
    use tapak_sync::ChangeHash;

    use super::*;

    #[test]
    fn what_came_after_a_device_was_shown_the_door_and_is_nowhere_is_caught() {
        let record = Uuid::from_u128(7);
        let late = (DocumentId::new(record.into_bytes()), ChangeHash::new([3; 32]));
        let held = BTreeSet::from([late.1.to_string()]);
        assert!(check_held(vec![late], &held, &BTreeSet::new()).is_ok());
        assert!(check_held(vec![late], &BTreeSet::new(), &BTreeSet::new()).is_err());
        assert!(check_held(vec![late], &BTreeSet::new(), &BTreeSet::from([record])).is_ok());
    }
}
