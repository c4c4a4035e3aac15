//! Commands about orders: taken, revised, noted on, called off.

use tapak_domain::order::{self, Course, FileKind, Order, OrderDraft, OrderNumber};
use tapak_domain::values::Phone;
use tapak_domain::{Context, Edit, Noun, Refusal, Stamp};
use tapak_store::file::FileHeld;
use tapak_sync::FileHash;
use uuid::Uuid;

use super::{Decided, Write, missing, on};
use crate::buyer;
use crate::device::Device;
use crate::device::turn::Turn;
use crate::fault::Fault;
use crate::hex;

impl Device {
    /// A buyer the shop does not know yet becomes a contact along with the first order.
    pub(super) fn take_order(&mut self, draft: &OrderDraft, now: Stamp, turn: &mut Turn) -> Decided {
        self.draw(turn)?;
        self.number_order(draft, now, |number, contact, context| order::take::decide(draft, number, contact, context))
    }

    /// A verb that makes a new order, with the next number and the buyer's contact.
    pub(super) fn number_order<R>(
        &mut self,
        draft: &OrderDraft,
        now: Stamp,
        verb: impl FnOnce(&OrderNumber, Option<Uuid>, &mut Context) -> Result<Vec<Edit>, Vec<R>>,
    ) -> Decided
    where
        Refusal: From<R>,
    {
        let known = buyer::known(&self.store, draft)?;
        let (id, contact) = (self.dice.id(now.millis), known.unwrap_or_else(|| self.dice.id(now.millis)));
        let fresh = if known.is_none() { self.add_buyer(contact, draft, now) } else { None };
        let named = known.or(fresh.as_ref().map(|write| write.record));
        let number = self.next_number();
        let decided = on(id, Noun::Order, self.ask(now, |context| verb(&number, named, context)));
        if decided.is_ok() {
            self.me.orders = number.count;
        }
        Ok(decided.map(|taken| fresh.into_iter().chain(taken).collect()))
    }

    /// Only with a phone number: it is what a contact is found by.
    fn add_buyer(&mut self, id: Uuid, draft: &OrderDraft, now: Stamp) -> Option<Write> {
        Phone::parse(&draft.buyer_phone).ok()?;
        let contact = buyer::as_contact(draft);
        let edits = self.ask(now, |context| tapak_domain::contact::add::decide(&contact, context))?.ok()?;
        Some(Write { record: id, noun: Noun::Contact, edits })
    }

    fn next_number(&self) -> OrderNumber {
        let prefix = self.me.enrolled.as_ref().map(|enrolled| enrolled.prefix.clone()).unwrap_or_default();
        OrderNumber { prefix, count: self.me.orders + 1 }
    }

    pub(super) fn revise_order(&mut self, id: Uuid, draft: &OrderDraft, reason: &str, now: Stamp) -> Decided {
        self.about(id, now, |order, course, context| order::revise::decide(order, course, draft, reason, context))
    }

    pub(super) fn note_order(&mut self, id: Uuid, text: &str, now: Stamp) -> Decided {
        self.about(id, now, |_, _, context| order::note::decide(text, context))
    }

    pub(super) fn attach_file(&mut self, id: Uuid, file: &str, kind: FileKind, now: Stamp) -> Decided {
        let length = self.length_of(file)?;
        self.about(id, now, |_, _, context| order::attach::decide(file, length, kind, context))
    }

    /// Of a file that is whole on this device, named by its hash in hex; the relay will have it too.
    pub(super) fn length_of(&self, file: &str) -> Result<Option<u64>, Fault> {
        let held = hex::read(file).map(|hash| self.store.file(FileHash::new(hash))).transpose()?.flatten();
        let Some(held) = held.filter(FileHeld::is_whole) else { return Ok(None) };
        self.store.offer_file_again(held.hash)?;
        Ok(Some(held.length))
    }

    pub(super) fn ask_cancel(&mut self, id: Uuid, reason: &str, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| order::ask_cancel::decide(course, reason, context))
    }

    pub(super) fn cancel_order(&mut self, id: Uuid, reason: &str, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| order::cancel::decide(course, reason, context))
    }

    /// A verb about an order as it stands here.
    pub(super) fn about<R>(
        &mut self,
        id: Uuid,
        now: Stamp,
        verb: impl FnOnce(&Order, &Course, &mut Context) -> Result<Vec<Edit>, Vec<R>>,
    ) -> Decided
    where
        Refusal: From<R>,
    {
        let Some((order, course)) = self.order_course(id)? else { return Ok(Err(missing())) };
        Ok(on(id, Noun::Order, self.ask(now, |context| verb(&order, &course, context))))
    }

    pub(in crate::device) fn order_course(&mut self, id: Uuid) -> Result<Option<(Order, Course)>, Fault> {
        self.documents.order_course(&self.store, &self.crew, id)
    }
}
