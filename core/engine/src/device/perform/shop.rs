//! The owner runs the shop: who joins, as what, who leaves, what is erased.

use tapak_domain::shop::{
    Erased, Setting, Shop, change_role, erase, invite, rekey, review, revoke, set_up, set_window,
};
use tapak_domain::{Context, DeviceId, Edit, Noun, Refusal, Role, Stamp};
use tapak_store::order::OrderRow;
use tapak_sync::{DeviceKey, Invite};
use uuid::Uuid;

use super::{Decided, missing, on};
use crate::device::Device;
use crate::device::turn::Turn;
use crate::fault::Fault;
use crate::hex;
use crate::relay::shop::hash;

const HOUR: u64 = 60 * 60 * 1000;
/// A recovery code lies in a drawer for years.
const RECOVERY: u64 = 10 * 365 * 24 * HOUR;

type Verb<R> = Result<Vec<Edit>, Vec<R>>;

impl Device {
    /// As its record says here; empty before it has come.
    pub(in crate::device) fn shop(&mut self) -> Result<Shop, Fault> {
        let Some(id) = self.shop_record() else { return Ok(Shop::default()) };
        Ok(self.documents.open(&self.store, id)?.record()?.map(Shop::new).unwrap_or_default())
    }

    fn shop_record(&self) -> Option<Uuid> {
        self.me.shop().map(|shop| Uuid::from_bytes(shop.to_bytes()))
    }

    /// A verb of the shop's record, which only the relay may begin. What is said there counts in the sequence of its
    /// stamps, so it stands after all that was said before, however far behind this device's clock is.
    fn run_shop<R>(&mut self, now: Stamp, verb: impl FnOnce(&Shop, &mut Context) -> Verb<R>) -> Decided
    where
        Refusal: From<R>,
    {
        let shop = self.shop()?;
        let Some(id) = self.shop_record().filter(|_| !shop.members.is_empty()) else { return Ok(Err(missing())) };
        let latest = self.documents.open(&self.store, id)?.record()?.and_then(|record| record.facts.last());
        let now = latest.map_or(now, |fact| now.after(fact.at));
        Ok(on(id, Noun::Shop, self.ask(now, |context| verb(&shop, context))))
    }

    pub(super) fn invite_device(&mut self, role: &str, hours: u32, now: Stamp, turn: &mut Turn) -> Decided {
        let expires = turn.now + u64::from(hours) * HOUR;
        self.invite(Role::from_code(role).unwrap_or(Role::Relay), expires, false, now, turn)
    }

    pub(super) fn make_recovery_code(&mut self, now: Stamp, turn: &mut Turn) -> Decided {
        self.invite(Role::Owner, turn.now + RECOVERY, true, now, turn)
    }

    /// The secret stays in the code: what travels is its hash.
    fn invite(&mut self, role: Role, expires: u64, recovery: bool, now: Stamp, turn: &mut Turn) -> Decided {
        let secret = self.dice.bytes();
        let code = Invite { secret, role: role.code().to_owned(), expires }.to_code();
        let secret_hash = hex::of(&hash(&secret));
        let decided =
            self.run_shop(now, |_, context| invite::decide(&secret_hash, role, expires, recovery, context))?;
        turn.code = code.ok().filter(|_| decided.is_ok());
        Ok(decided)
    }

    pub(super) fn change_role(&mut self, device: Uuid, role: &str, now: Stamp) -> Decided {
        let role = Role::from_code(role).unwrap_or(Role::Relay);
        self.run_shop(now, |shop, context| change_role::decide(shop, DeviceId(device), role, context))
    }

    pub(super) fn revoke_device(&mut self, device: Uuid, wipe: bool, now: Stamp) -> Decided {
        self.run_shop(now, |shop, context| revoke::decide(shop, DeviceId(device), wipe, context))
    }

    /// The new key is on disk with the change that names it; it signs once the relay knows it.
    pub(super) fn rotate_key(&mut self, now: Stamp) -> Decided {
        let seed = self.dice.bytes();
        let public = hex::of(&DeviceKey::from_seed(seed).public());
        let decided = self.run_shop(now, |_, context| rekey::decide(&public, context))?;
        if decided.is_ok() {
            self.me.next_key = Some(seed);
        }
        Ok(decided)
    }

    pub(super) fn set_up(&mut self, setting: &Setting, now: Stamp) -> Decided {
        self.run_shop(now, |_, context| set_up::decide(setting, context))
    }

    pub(super) fn set_window(&mut self, days: u32, now: Stamp) -> Decided {
        self.run_shop(now, |_, context| set_window::decide(days, context))
    }

    pub(super) fn erase_person(&mut self, contact: Uuid, reason: &str, now: Stamp) -> Decided {
        let Some(row) = self.store.contact_row(contact)? else { return Ok(Err(missing())) };
        let records = self.records_of_person(contact, &row.phone)?;
        let mut writes = Vec::new();
        for part in erase::parts(&records) {
            match self.run_shop(now, |_, context| erase::decide(part, reason, context))? {
                Ok(more) => writes.extend(more),
                refused => return Ok(refused),
            }
        }
        Ok(Ok(writes))
    }

    /// Who has the same number and was told apart is another person, with orders of their own.
    fn records_of_person(&self, contact: Uuid, phone: &str) -> Result<Vec<Erased>, Fault> {
        let person =
            |id| Erased { id, noun: Noun::Contact, standing: "", pairs: 0, total: 0, taken_at: 0, moves: vec![] };
        let twins = self.store.doubles_of(contact)?;
        let mut others = self.store.contacts_by_phone(phone)?;
        others.retain(|id| *id != contact && !twins.contains(id));
        let mut records: Vec<_> = [contact].into_iter().chain(twins).map(person).collect();
        for (order, _) in self.store.orders_of_person(contact, phone)? {
            if order.contact.is_none_or(|contact| !others.contains(&contact)) {
                records.push(self.erased_order(&order)?);
            }
        }
        Ok(records)
    }

    fn erased_order(&self, order: &OrderRow) -> Result<Erased, Fault> {
        Ok(Erased {
            id: order.id,
            noun: Noun::Order,
            standing: order.standing.code(),
            pairs: order.pairs,
            total: order.total,
            taken_at: order.taken_at,
            moves: self.store.stock_moves_of(order.id)?,
        })
    }

    pub(super) fn review_change(&mut self, change: &str, accept: bool, now: Stamp) -> Decided {
        self.run_shop(now, |shop, context| review::decide(shop, change, accept, context))
    }
}
