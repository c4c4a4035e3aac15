//! The story of the demo shop: everybody joins, the owner sets it up, and six weeks go by.

use std::collections::BTreeMap;
use std::iter;

use tapak_engine::command::Command;
use tapak_engine::relay::{self, Relay};
use tapak_engine::view::badge::BadgeState;
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use super::calendar::Calendar;
use super::catalogue::PRODUCTS;
use super::chores::Chores;
use super::course::Planner;
use super::crew::Seat;
use super::deed::{Deed, What};
use super::dice::Dice;
use super::shelves::Shelves;
use super::wire::Wire;
use super::{SHOP, neighbours, tariffs, task, till};
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
    let orders_taken = vec![None; orders as usize];
    let mut story = Story { wire: Wire::new(relay), dice, orders: orders_taken, lines: BTreeMap::new() };
    let opening = calendar.end(0).saturating_sub(4 * HOUR);
    for (seat, code) in codes {
        story.wire.join(seat, code, story.dice, opening)?;
    }
    let products = story.set_up(opening)?;
    let planner = Planner { calendar: &calendar, dice: story.dice, products: &products, buyers: vec![], deeds: vec![] };
    let deeds = planner.plan(orders);
    let chores = Chores { shelves: Shelves::of(&deeds), products };
    story.live(deeds, &chores, &calendar)?;
    story.close(calendar.end(Calendar::last()))
}

pub(super) struct Story<'a> {
    pub(super) wire: Wire,
    pub(super) dice: &'a mut Dice,
    /// The ids of the orders taken so far.
    pub(super) orders: Vec<Option<Uuid>>,
    /// The bank's lines by the ids the story gave them.
    pub(super) lines: BTreeMap<Uuid, Uuid>,
}

impl Story<'_> {
    /// Answers with the ids of the products.
    fn set_up(&mut self, now: u64) -> Result<Vec<Uuid>, ServerFault> {
        let products = self.fill_catalogue(now)?;
        let settings = till::settings(SHOP).into_iter().map(|setting| Command::SetUp { setting });
        let by_owner = tariffs::imports().chain(settings).map(|command| (Seat::Owner, command));
        let contacts = neighbours::drafts().map(|(seat, draft)| (seat, Command::AddContact { draft }));
        for (seat, command) in by_owner.chain(contacts) {
            self.wire.command(seat, self.dice.id(), command, now)?;
        }
        self.wire.settle(now)?;
        Ok(products)
    }

    fn fill_catalogue(&mut self, now: u64) -> Result<Vec<Uuid>, ServerFault> {
        let add = |product: &super::catalogue::Product| {
            let command = Command::AddProduct { draft: product.draft(0) };
            self.wire.command(Seat::Owner, self.dice.id(), command, now)
        };
        PRODUCTS.iter().map(add).collect()
    }

    /// What happens in one shift is known to the others when it ends.
    fn live(&mut self, deeds: Vec<Deed>, chores: &Chores, calendar: &Calendar) -> Result<(), ServerFault> {
        let mut deeds = deeds.into_iter().peekable();
        for shift in 0..=Calendar::last() {
            let now: Vec<_> = iter::from_fn(|| deeds.next_if(|deed| deed.shift == shift)).collect();
            self.read_the_bank(&now)?;
            now.into_iter().try_for_each(|deed| self.act(deed))?;
            self.wire.settle(calendar.end(shift))?;
            self.tidy_up(shift, chores, calendar.end(shift))?;
        }
        Ok(())
    }

    fn act(&mut self, deed: Deed) -> Result<(), ServerFault> {
        let Deed { at, by, order, what, .. } = deed;
        let what = self.on_the_statement(what);
        let command = match (what, self.orders[order]) {
            (What::Take(draft), None) => Some(Command::TakeOrder { draft: *draft }),
            (what, Some(id)) => self.task(what, id, by, at)?,
            (_, None) => None,
        };
        let Some(command) = command else { return Ok(()) };
        let record = self.wire.command(by, self.dice.id(), command, at)?;
        self.orders[order] = Some(record);
        Ok(())
    }

    /// As the order stands on this person's device. None when there is nothing to do.
    fn task(&mut self, what: What, id: Uuid, by: Seat, now: u64) -> Result<Option<Command>, ServerFault> {
        let View::Order(order) = self.wire.view(by, &Query::Order { id }, now)? else { return Ok(None) };
        Ok(task::command(what, &order))
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
