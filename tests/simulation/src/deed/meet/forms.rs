//! Met over a form: one field, two fields, two notes, and a buyer who is erased while somebody writes.

use tapak_engine::view::order::{OrderAction, OrderFilter, OrderView};

use super::Sides;
use crate::broken::Checked;
use crate::deed::Deed;
use crate::world::erase::OWNER;
use crate::world::{Who, World};

/// Where both find an order the soonest.
const OPEN: [OrderFilter; 4] = [OrderFilter::Paid, OrderFilter::Totalled, OrderFilter::Checked, OrderFilter::Draft];

impl World {
    /// Both write another note into the form.
    pub(super) fn one_field(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let Some([mine, theirs]) = self.form_of_both(one, another)? else { return Ok(None) };
        let first = self.write_note(one, &mine);
        Ok(Some([(one, first), (another, self.write_note(another, &theirs))]))
    }

    /// One writes the note, the other for whom it is sent.
    pub(super) fn other_fields(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let Some([mine, theirs]) = self.form_of_both(one, another)? else { return Ok(None) };
        let first = self.write_note(one, &mine);
        Ok(Some([(one, first), (another, self.write_sender(another, &theirs))]))
    }

    pub(super) fn two_notes(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        for filter in [OrderFilter::Shipped, OrderFilter::Printed].into_iter().chain(OPEN) {
            let buttons = ((one, OrderAction::Note), (another, OrderAction::Note));
            if let Some([mine, theirs]) = self.order_of_both(filter, buttons.0, buttons.1)? {
                let first = self.note_on(one, mine.row.id, mine.timeline.len());
                let second = self.note_on(another, theirs.row.id, theirs.timeline.len());
                return Ok(Some([(one, first), (another, second)]));
            }
        }
        Ok(None)
    }

    /// The owner erases a buyer of whose order somebody else is just writing.
    pub(super) fn erasure_and_edit(&mut self, owner: Who, writer: Who) -> Checked<Option<Sides>> {
        if owner != OWNER {
            return Ok(None);
        }
        let Some(contact) = self.somebody_to_forget()? else { return Ok(None) };
        for row in self.phones[owner].contact(contact.id, self.now)?.orders {
            if let Some(page) = self.page_with((writer, OrderAction::Note), row.id)? {
                let note = self.note_on(writer, row.id, page.timeline.len());
                return Ok(Some([(owner, self.erasing(&contact)), (writer, note)]));
            }
        }
        Ok(None)
    }

    fn form_of_both(&mut self, one: Who, another: Who) -> Checked<Option<[OrderView; 2]>> {
        let first = self.dice.index(OPEN.len());
        for filter in OPEN.into_iter().cycle().skip(first).take(OPEN.len()) {
            let buttons = ((one, OrderAction::Revise), (another, OrderAction::Revise));
            if let Some(pages) = self.order_of_both(filter, buttons.0, buttons.1)? {
                return Ok(Some(pages));
            }
        }
        Ok(None)
    }

    fn write_note(&mut self, who: Who, page: &OrderView) -> Deed {
        let mark = format!("titipan {}", self.buyers.mark());
        self.rewrite(who, page, mark, |draft, mark| mark.clone_into(&mut draft.note))
    }

    fn write_sender(&mut self, who: Who, page: &OrderView) -> Deed {
        let mark = format!("Toko {}", self.buyers.mark());
        self.rewrite(who, page, mark, |draft, mark| mark.clone_into(&mut draft.sender_name))
    }
}
