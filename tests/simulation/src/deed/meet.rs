//! Two people who have not heard of each other act on what has come furthest, at the same moment: each row of the table
//! of what may happen side by side is met again and again.

use tapak_domain::order::Standing;
use tapak_engine::command::Command;
use tapak_engine::view::order::{OrderAction, OrderFilter, OrderRow, OrderView};
use uuid::Uuid;

use super::{Deed, press};
use crate::broken::Checked;
use crate::tally::Count;
use crate::world::cast::OLD;
use crate::world::{Who, World};

impl World {
    /// Nothing travels between the two: what one does cannot have reached the other.
    pub(super) fn meet(&mut self, who: Who) -> Checked {
        let Some(other) = self.somebody_else(who)? else { return Ok(()) };
        if let [one, another, ..] = self.packed_for_both(who, other)?.as_slice()
            && self.dice.chance(500)
        {
            return self.meet_over_a_number((who, *one), (other, *another));
        }
        let (mine, others) = (self.at_hand_of(who)?, self.at_hand_of(other)?);
        match mine.into_iter().find(|id| others.contains(id)) {
            None => Ok(()),
            Some(one) => {
                self.act_on(who, one)?;
                self.act_on(other, one)
            }
        }
    }

    fn somebody_else(&mut self, who: Who) -> Checked<Option<Who>> {
        let mut there = Vec::new();
        for other in 0..self.phones.len() {
            let phone = &self.phones[other];
            let able = other != who && !phone.part.rogue && phone.app != OLD && !phone.is_revoked();
            if able && self.is_paired(other)? {
                there.push(other);
            }
        }
        let able = !self.phones[who].part.rogue && self.phones[who].app != OLD;
        Ok(self.dice.pick(&there).copied().filter(|_| able))
    }

    fn at_hand_of(&mut self, who: Who) -> Checked<Vec<Uuid>> {
        let rows: Vec<OrderRow> = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        let going = |row: &&OrderRow| row.standing != Standing::Delivered && row.standing != Standing::Returned;
        Ok(press::at_hand(&rows).into_iter().filter(going).map(|row| row.id).collect())
    }

    fn packed_for_both(&mut self, who: Who, other: Who) -> Checked<Vec<Uuid>> {
        let mine = self.phones[who].orders(OrderFilter::Packed, "", self.now)?;
        let others = self.phones[other].orders(OrderFilter::Packed, "", self.now)?;
        let both = mine.iter().filter(|row| others.iter().any(|other| other.id == row.id));
        Ok(both.map(|row| row.id).collect())
    }

    /// What the screen offers next, or a change of mind of the buyer.
    fn act_on(&mut self, who: Who, id: Uuid) -> Checked {
        let Some(page) = self.phones[who].order_if_whole(id, self.now)? else { return Ok(()) };
        let deed = match self.dice.below(6) {
            0 => Some(self.call_off(who, &page)),
            1 | 2 => Some(self.send_elsewhere(who, &page)),
            _ => self.press_on(who, &page)?,
        };
        self.act_if_any(who, deed);
        Ok(())
    }

    /// Two parcels, one number: somebody scanned the neighbour's.
    fn meet_over_a_number(&mut self, one: (Who, Uuid), another: (Who, Uuid)) -> Checked {
        let mut first: Option<String> = None;
        for (who, id) in [one, another] {
            let Some(page) = self.phones[who].order_if_whole(id, self.now)? else { return Ok(()) };
            if !page.actions.contains(&OrderAction::Ship) {
                let deed = self.press_on(who, &page)?;
                self.act_if_any(who, deed);
                continue;
            }
            let mut deed = self.ship_page(who, &page);
            if let (Command::ShipOrder { shipment, .. }, Some(number)) = (&mut deed.command, &first) {
                shipment.tracking_number.clone_from(number);
                deed.expect = super::Expect::Either;
            }
            if let Command::ShipOrder { shipment, .. } = &deed.command {
                first = Some(shipment.tracking_number.clone());
            }
            self.act(who, deed);
        }
        Ok(())
    }

    fn press_on(&mut self, who: Who, page: &OrderView) -> Checked<Option<Deed>> {
        let next = press::offered(page).first().copied();
        next.map(|action| self.button(who, action, page)).transpose()
    }

    fn act_if_any(&mut self, who: Who, deed: Option<Deed>) {
        if let Some(deed) = deed {
            self.count(Count::Meetings);
            self.act(who, deed);
        }
    }
}
