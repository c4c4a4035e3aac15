//! What a screen offers for an order next: told, claimed, found on the account, printed, packed, shipped; sometimes what it
//! does not offer.

use std::cmp::Reverse;

use tapak_domain::Noun;
use tapak_domain::order::{Conflict, Standing};
use tapak_engine::command::Command;
use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::order::{OrderAction, OrderFilter, OrderRow, OrderView};
use tapak_engine::view::{Query, View};

use super::{Deed, Expect, goods, money};
use crate::broken::Checked;
use crate::world::cast::OLD;
use crate::world::{Who, World};

/// Everything that has a button of its own, beside what is revised and noted.
const BUTTONS: [OrderAction; 16] = [
    OrderAction::Total,
    OrderAction::Expire,
    OrderAction::Claim,
    OrderAction::Verify,
    OrderAction::Refund,
    OrderAction::Print,
    OrderAction::Pack,
    OrderAction::Ship,
    OrderAction::ChooseTracking,
    OrderAction::SendTracking,
    OrderAction::Deliver,
    OrderAction::Close,
    OrderAction::Return,
    OrderAction::ReceiveReturn,
    OrderAction::Exchange,
    OrderAction::AskCancel,
];
/// How many orders a person keeps an eye on: those that have come furthest, which are the same for everybody.
const AT_HAND: usize = 4;

impl World {
    /// The next step of an order this person can do something about.
    pub(super) fn press(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(page) = self.page_at_hand(who)? else { return Ok(None) };
        let offered = offered(&page);
        let seldom = self.dice.chance(200);
        let overdue = offered.iter().find(|action| **action == OrderAction::Expire && self.dice.chance(350));
        let usual = overdue.or(offered.first()).copied();
        let next = if seldom { self.dice.pick(&offered).copied() } else { usual };
        // The courier comes when there is more than one.
        let next = next.filter(|next| *next != OrderAction::Ship || self.dice.chance(350));
        next.map(|action| self.button(who, action, &page)).transpose()
    }

    /// Somebody looks after what nobody has paid in time.
    pub(super) fn let_something_expire(&mut self, who: Who) -> Checked<Option<Deed>> {
        let overdue = self.phones[who].orders(OrderFilter::Overdue, "", self.now)?;
        let Some(id) = self.dice.pick(&overdue).map(|row| row.id) else { return Ok(None) };
        let page = self.phones[who].order_if_whole(id, self.now)?;
        page.map(|page| self.button(who, OrderAction::Expire, &page)).transpose()
    }

    /// One after the other, everything that is at hand: an afternoon at the printer. What is packed waits for the courier.
    pub(super) fn go_through(&mut self, who: Who) -> Checked {
        if self.phones[who].app == OLD {
            return Ok(());
        }
        let rows = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        let ids: Vec<_> = at_hand(&rows).into_iter().map(|row| row.id).collect();
        for id in ids {
            let Some(page) = self.phones[who].order_if_whole(id, self.now)? else { continue };
            if let Some(action) = offered(&page).first().copied().filter(|action| *action != OrderAction::Ship) {
                let deed = self.button(who, action, &page)?;
                self.act(who, deed);
            }
        }
        Ok(())
    }

    /// Any step of any order, whether the screen has it or not: an app may be older than what it shows.
    pub(super) fn press_blindly(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(page) = self.page_at_hand(who)? else { return Ok(None) };
        let action = self.dice.one(BUTTONS);
        self.button(who, action, &page).map(Some)
    }

    fn page_at_hand(&mut self, who: Who) -> Checked<Option<OrderView>> {
        if self.phones[who].app == OLD {
            return Ok(None);
        }
        let rows = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        let under_way = at_hand(&rows);
        let picked = if under_way.is_empty() || self.dice.chance(300) {
            self.dice.pick(&rows).map(|row| row.id)
        } else {
            self.dice.pick(&under_way).map(|row| row.id)
        };
        let Some(id) = picked else { return Ok(None) };
        let page = self.phones[who].order_if_whole(id, self.now)?;
        if page.is_none() {
            self.look(who, Some(id));
        }
        Ok(page)
    }

    pub(super) fn button(&mut self, who: Who, action: OrderAction, page: &OrderView) -> Checked<Deed> {
        let mark = format!("langkah {}", self.buyers.mark());
        let command = match action {
            OrderAction::Total | OrderAction::Expire => money::telling(action, page, &mark),
            OrderAction::Claim => money::claim(page, self.proof(who), &mark, &mut self.dice),
            OrderAction::Verify | OrderAction::Refund => self.search_the_account(who, action, page, &mark)?,
            OrderAction::Ship => return Ok(self.ship_page(who, page)),
            OrderAction::Print
            | OrderAction::Pack
            | OrderAction::ChooseTracking
            | OrderAction::SendTracking
            | OrderAction::Deliver
            | OrderAction::Close
            | OrderAction::Return
            | OrderAction::ReceiveReturn
            | OrderAction::Exchange
            | OrderAction::AskCancel
            | OrderAction::Cancel
            | OrderAction::Revise
            | OrderAction::Note => goods::step(action, page, &mark, &mut self.dice),
        };
        let reads = matches!(command, Command::ImportStatement { .. });
        let (noun, deed) = if reads { (Noun::Statement, "imported") } else { (Noun::Order, states(action)) };
        let expect = self.expect(who, noun, deed, Expect::Either);
        let seen = if noun == Noun::Order && has_words(action) { page.timeline.len() } else { 0 };
        Ok(Deed { command, expect, mark, seen })
    }

    /// Somebody whose it is settles what people did apart.
    pub(super) fn settle_something(&mut self, who: Who) -> Checked<Option<Deed>> {
        if self.phones[who].app == OLD {
            return Ok(None);
        }
        let View::Conflicts(conflicts) = self.phones[who].view(&Query::Conflicts, self.now)? else { return Ok(None) };
        let mine: Vec<_> = conflicts.rows.into_iter().filter(|row| row.mine).collect();
        let Some(row) = self.dice.pick(&mine).cloned() else { return Ok(None) };
        let Some(side) = self.dice.pick(&row.sides).map(|side| side.order.id) else { return Ok(None) };
        let Some(choice) = self.choice(&row) else { return Ok(None) };
        let mark = format!("selesaikan {}", self.buyers.mark());
        Ok(Some(Deed { command: goods::settle(side, &row, choice), expect: Expect::Either, mark, seen: 0 }))
    }

    fn choice(&mut self, row: &ConflictView) -> Option<String> {
        if row.conflict == Conflict::FieldApart {
            let values = row.field.as_ref().map_or(0, |field| field.others.len() + 1);
            return (values > 0).then(|| self.dice.index(values).to_string());
        }
        self.dice.pick(&row.choices).cloned()
    }
}

/// What has a button, in the sequence of the screen.
pub(super) fn offered(page: &OrderView) -> Vec<OrderAction> {
    page.actions.iter().filter(|action| BUTTONS.contains(action)).copied().collect()
}

pub(super) fn at_hand(rows: &[OrderRow]) -> Vec<&OrderRow> {
    let mut under_way: Vec<_> = rows.iter().filter(|row| is_under_way(row)).collect();
    // What comes back has been looked at by everybody; it may wait.
    under_way.sort_by_key(|row| Reverse((row.standing != Standing::Returned, row.standing)));
    under_way.truncate(AT_HAND);
    under_way
}

fn is_under_way(row: &OrderRow) -> bool {
    !matches!(row.standing, Standing::Draft | Standing::Checked | Standing::Closed | Standing::Cancelled)
}

/// Its effect is found by words, and with them its place in the history; the others are counted.
fn has_words(action: OrderAction) -> bool {
    use OrderAction::{AskCancel, Claim, Refund, Return, Total, Verify};
    matches!(action, Total | Claim | Verify | Refund | Return | AskCancel)
}

/// The fact by which it is known who may.
fn states(action: OrderAction) -> &'static str {
    match action {
        OrderAction::Total => "totalled",
        OrderAction::Expire => "expired",
        OrderAction::Claim => "claimed",
        OrderAction::Verify => "verified",
        OrderAction::Refund => "refunded",
        OrderAction::Print => "printed",
        OrderAction::Pack => "packed",
        OrderAction::Ship => "shipped",
        OrderAction::ChooseTracking => "tracking_chosen",
        OrderAction::SendTracking => "tracking_sent",
        OrderAction::Deliver => "delivered",
        OrderAction::Close => "closed",
        OrderAction::Return => "returned",
        OrderAction::ReceiveReturn => "return_received",
        OrderAction::Exchange => "exchanged",
        OrderAction::AskCancel => "cancel_asked",
        OrderAction::Cancel => "cancelled",
        OrderAction::Revise => "revised",
        OrderAction::Note => "noted",
    }
}
