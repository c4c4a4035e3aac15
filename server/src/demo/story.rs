//! The story of the demo shop: everybody joins, the owner fills the catalogue, and six weeks go by.

use tapak_domain::contact::ContactDraft;
use tapak_engine::command::Command;
use tapak_engine::relay::{self, Relay};
use tapak_engine::view::badge::BadgeState;
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use super::calendar::{Calendar, Shift};
use super::catalogue::PRODUCTS;
use super::course::Planner;
use super::crew::Seat;
use super::deed::{Deed, What};
use super::dice::Dice;
use super::neighbours;
use super::wire::Wire;
use crate::fault::ServerFault;

const HOUR: u64 = 60 * 60 * 1_000;

/// An invite's code for each of the crew.
pub(super) fn invite_all(store: &mut Store, dice: &mut Dice, now: u64) -> Result<Vec<(Seat, String)>, ServerFault> {
    let invite = |seat: Seat| {
        let invite = relay::invite(store, seat.role(), now + HOUR, dice.entropy())?;
        Ok((seat, invite.to_code()?))
    };
    Seat::ALL.into_iter().map(invite).collect()
}

pub(super) fn tell(
    relay: Relay,
    codes: Vec<(Seat, String)>,
    orders: u32,
    dice: &mut Dice,
    now: u64,
) -> Result<(), ServerFault> {
    let calendar = Calendar::until(now);
    let mut story = Story { wire: Wire::new(relay), dice, orders: vec![None; orders as usize] };
    let opening = calendar.end(0).saturating_sub(4 * HOUR);
    for (seat, code) in codes {
        story.wire.join(seat, code, story.dice, opening)?;
    }
    let products = story.fill_catalogue(opening)?;
    for contact in neighbours::drafts() {
        story.add_contact(contact, opening)?;
    }
    story.wire.settle(opening)?;
    let planner = Planner { calendar: &calendar, dice: story.dice, products: &products, buyers: vec![], deeds: vec![] };
    let deeds = planner.plan(orders);
    story.live(deeds, &calendar)?;
    story.close(calendar.end(Calendar::last()))
}

struct Story<'a> {
    wire: Wire,
    dice: &'a mut Dice,
    /// The ids of the orders taken so far.
    orders: Vec<Option<Uuid>>,
}

impl Story<'_> {
    fn fill_catalogue(&mut self, now: u64) -> Result<Vec<Uuid>, ServerFault> {
        let add = |product: &super::catalogue::Product| {
            let command = Command::AddProduct { draft: product.draft() };
            self.wire.command(Seat::Owner, self.dice.id(), command, now)
        };
        PRODUCTS.iter().map(add).collect()
    }

    fn add_contact(&mut self, draft: ContactDraft, now: u64) -> Result<(), ServerFault> {
        self.wire.command(Seat::Owner, self.dice.id(), Command::AddContact { draft }, now).map(drop)
    }

    /// What happens in one shift is known to the others when it ends.
    fn live(&mut self, deeds: Vec<Deed>, calendar: &Calendar) -> Result<(), ServerFault> {
        let mut shift: Shift = 0;
        for deed in deeds {
            if deed.shift > shift {
                self.wire.settle(calendar.end(shift))?;
                shift = deed.shift;
            }
            self.act(deed)?;
        }
        self.wire.settle(calendar.end(shift))
    }

    fn act(&mut self, deed: Deed) -> Result<(), ServerFault> {
        let Deed { at, by, what, .. } = deed;
        let taken = if let What::Take(order, _) = &what { Some(*order) } else { None };
        let Some(command) = self.command(what, by, at)? else { return Ok(()) };
        let record = self.wire.command(by, self.dice.id(), command, at)?;
        if let Some(order) = taken {
            self.orders[order] = Some(record);
        }
        Ok(())
    }

    /// None when there is nothing to do: a correction that changes nothing.
    fn command(&mut self, what: What, by: Seat, now: u64) -> Result<Option<Command>, ServerFault> {
        let id = |order: usize| self.orders.get(order).copied().flatten();
        Ok(match what {
            What::Take(_, draft) => Some(Command::TakeOrder { draft: *draft }),
            What::Note(order, text) => id(order).map(|id| Command::NoteOrder { id, text: text.to_owned() }),
            What::Ship(order, tracking_number) => id(order).map(|id| Command::ShipOrder { id, tracking_number }),
            What::Cancel(order, reason) => id(order).map(|id| Command::CancelOrder { id, reason: reason.to_owned() }),
            What::Revise(order, correction) => match id(order) {
                Some(id) => self.revision(id, correction, by, now)?,
                None => None,
            },
        })
    }

    fn revision(
        &mut self,
        id: Uuid,
        correction: super::deed::Correction,
        by: Seat,
        now: u64,
    ) -> Result<Option<Command>, ServerFault> {
        let View::Order(order) = self.wire.view(by, &Query::Order { id }, now)? else { return Ok(None) };
        let mut draft = order.draft.clone();
        correction.apply(&mut draft);
        Ok((draft != order.draft).then_some(Command::ReviseOrder { id, draft }))
    }

    /// Everybody has everything before the shop is handed over.
    fn close(&mut self, now: u64) -> Result<(), ServerFault> {
        self.wire.greet(now + 10_000)?;
        for seat in Seat::ALL {
            let View::Badge(badge) = self.wire.view(seat, &Query::Badge, now + 10_000)? else { continue };
            if badge.state != BadgeState::Saved || badge.set_aside > 0 {
                return Err(ServerFault::Demo { person: seat.person(), what: format!("{badge:?}") });
            }
        }
        Ok(())
    }
}
