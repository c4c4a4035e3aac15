//! Two people who have not heard of each other act at the same moment, on one order or over one thing: each row of the
//! table of what may happen side by side is met again and again.

mod forms;
mod money;
mod parcels;
mod row;
mod shelf;

use tapak_domain::order::Standing;
use tapak_engine::view::order::{OrderAction, OrderFilter, OrderRow, OrderView};
use uuid::Uuid;

pub(crate) use row::{Meeting, Row};

use super::{Deed, press};
use crate::broken::Checked;
use crate::tally::Count;
use crate::world::cast::OLD;
use crate::world::{Who, World};

/// What one does and what the other does.
type Sides = [(Who, Deed); 2];

/// How many orders two people look through for one they can meet over.
const LOOKED_THROUGH: usize = 6;

impl World {
    /// Nothing travels between the two: what one does cannot have reached the other.
    pub(super) fn meet(&mut self, who: Who) -> Checked {
        let able = self.able()?;
        let others: Vec<_> = able.iter().copied().filter(|other| *other != who).collect();
        let Some(other) = self.dice.pick(&others).copied().filter(|_| able.contains(&who)) else { return Ok(()) };
        if self.dice.chance(250) {
            return self.meet_at_hand(who, other);
        }
        if self.dice.chance(500) && self.meet_over_what_is_rare(&able)? {
            return Ok(());
        }
        let (first, rows) = (self.dice.index(Row::ALL.len()), Row::ALL.len());
        for row in Row::ALL.into_iter().cycle().skip(first).take(rows) {
            if self.meet_over(row, who, &others)? {
                return Ok(());
            }
        }
        self.meet_at_hand(who, other)
    }

    /// Whoever it is that can.
    fn meet_over_what_is_rare(&mut self, able: &[Who]) -> Checked<bool> {
        for (row, who) in Row::RARE.into_iter().flat_map(|row| able.iter().map(move |who| (row, *who))) {
            let others: Vec<_> = able.iter().copied().filter(|other| *other > who).collect();
            if self.meet_over(row, who, &others)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// With whoever this can be done with.
    fn meet_over(&mut self, row: Row, who: Who, others: &[Who]) -> Checked<bool> {
        let first = self.dice.index(others.len());
        for other in others.iter().cycle().skip(first).take(others.len()) {
            if let Some(sides) = self.sides(row, who, *other)? {
                self.do_both(row, sides);
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn do_both(&mut self, row: Row, sides: Sides) {
        self.tally.add_many(Count::Meetings, 2);
        let commands = sides.map(|(who, deed)| self.act(who, deed));
        self.ledger.met(Meeting { row, commands, at: self.now });
    }

    /// Nothing when these two cannot meet so, as things stand.
    fn sides(&mut self, row: Row, who: Who, other: Who) -> Checked<Option<Sides>> {
        for (one, another) in [(who, other), (other, who)] {
            let sides = match row {
                Row::ClaimAndExpiry => self.claim_and_expiry(one, another)?,
                Row::CancelAndShipment => self.cancel_and_shipment(one, another)?,
                Row::TwoNumbers => self.two_numbers(one, another)?,
                Row::OneNumber => self.one_number(one, another)?,
                Row::AddressAndLabel => self.address_and_label(one, another)?,
                Row::LastPair => self.last_pair(one, another)?,
                Row::OneLine => self.one_line(one, another)?,
                Row::OneNominal => self.one_nominal(one, another)?,
                Row::OneProof => self.one_proof(one, another)?,
                Row::TwoRecaps => self.two_recaps(one, another)?,
                Row::ErasureAndEdit => self.erasure_and_edit(one, another)?,
                Row::OneField => self.one_field(one, another)?,
                Row::OtherFields => self.other_fields(one, another)?,
                Row::TwoNotes => self.two_notes(one, another)?,
            };
            if sides.is_some() {
                return Ok(sides);
            }
        }
        Ok(None)
    }

    /// Everybody who has an app that is as it should be.
    fn able(&mut self) -> Checked<Vec<Who>> {
        let mut able = Vec::new();
        for who in 0..self.phones.len() {
            let phone = &self.phones[who];
            if !phone.part.rogue && phone.app != OLD && !phone.is_revoked() && self.is_paired(who)? {
                able.push(who);
            }
        }
        Ok(able)
    }

    /// An order of a list of the other's, on whose page one finds this button and the other that.
    fn order_of_both(
        &mut self,
        filter: OrderFilter,
        one: (Who, OrderAction),
        another: (Who, OrderAction),
    ) -> Checked<Option<[OrderView; 2]>> {
        let rows = self.phones[another.0].orders(filter, "", self.now)?;
        for row in rows.into_iter().take(LOOKED_THROUGH) {
            let pages = (self.page_with(one, row.id)?, self.page_with(another, row.id)?);
            if let (Some(page), Some(other)) = pages {
                return Ok(Some([page, other]));
            }
        }
        Ok(None)
    }

    /// Two orders of the same list, one for each, on which both find this button.
    fn order_for_each(
        &mut self,
        filter: OrderFilter,
        action: OrderAction,
        [one, another]: [Who; 2],
    ) -> Checked<Option<[OrderView; 2]>> {
        let mine = self.pages_with(filter, (one, action))?;
        let theirs = self.pages_with(filter, (another, action))?;
        let pairs = mine.iter().flat_map(|page| theirs.iter().map(move |other| (page, other)));
        let mut apart = pairs.filter(|(page, other)| page.row.id != other.row.id);
        Ok(apart.next().map(|(page, other)| [page.clone(), other.clone()]))
    }

    /// Orders of this list on whose pages this person finds the button.
    fn pages_with(&mut self, filter: OrderFilter, (who, action): (Who, OrderAction)) -> Checked<Vec<OrderView>> {
        let rows = self.phones[who].orders(filter, "", self.now)?;
        let pages = rows.iter().take(LOOKED_THROUGH).map(|row| self.page_with((who, action), row.id));
        Ok(pages.collect::<Checked<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn page_with(&mut self, (who, action): (Who, OrderAction), id: Uuid) -> Checked<Option<OrderView>> {
        let page = self.phones[who].order_if_there(id, self.now)?;
        Ok(page.filter(|page| page.actions.contains(&action)))
    }

    /// Whatever the screens offer next for what has come furthest, or a change of mind of the buyer.
    fn meet_at_hand(&mut self, who: Who, other: Who) -> Checked {
        let (mine, others) = (self.at_hand_of(who)?, self.at_hand_of(other)?);
        match mine.into_iter().find(|id| others.contains(id)) {
            None => Ok(()),
            Some(one) => {
                self.act_on(who, one)?;
                self.act_on(other, one)
            }
        }
    }

    fn at_hand_of(&mut self, who: Who) -> Checked<Vec<Uuid>> {
        let rows: Vec<OrderRow> = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        let going = |row: &&OrderRow| row.standing != Standing::Delivered && row.standing != Standing::Returned;
        Ok(press::at_hand(&rows).into_iter().filter(going).map(|row| row.id).collect())
    }

    fn act_on(&mut self, who: Who, id: Uuid) -> Checked {
        let Some(page) = self.phones[who].order_if_whole(id, self.now)? else { return Ok(()) };
        let deed = match self.dice.below(6) {
            0 => Some(self.call_off(who, &page)),
            1 | 2 => Some(self.send_elsewhere(who, &page)),
            _ => self.press_on(who, &page)?,
        };
        if let Some(deed) = deed {
            self.count(Count::Meetings);
            self.act(who, deed);
        }
        Ok(())
    }

    fn press_on(&mut self, who: Who, page: &OrderView) -> Checked<Option<Deed>> {
        let next = press::offered(page).first().copied();
        next.map(|action| self.button(who, action, page)).transpose()
    }
}
