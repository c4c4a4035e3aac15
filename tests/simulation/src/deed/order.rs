//! What is done to an order once it is there: revised, noted, cancelled.

use tapak_domain::Noun;
use tapak_domain::order::OrderDraft;
use tapak_engine::command::Command;
use tapak_engine::view::order::OrderView;
use uuid::Uuid;

use super::take::line;
use super::{Deed, Expect};
use crate::broken::Checked;
use crate::dice::Dice;
use crate::world::{Who, World};

/// What a person has on the screen before acting on an order.
struct Page {
    id: Uuid,
    seen: usize,
    draft: OrderDraft,
}

impl World {
    fn look_up(&mut self, who: Who) -> Checked<Option<Page>> {
        let Some(row) = self.some_order(who)? else { return Ok(None) };
        let Some(page) = self.phones[who].order_if_whole(row.id, self.now)? else {
            self.look(who, Some(row.id));
            return Ok(None);
        };
        Ok(Some(Page { id: row.id, seen: page.timeline.len(), draft: page.draft }))
    }

    /// Sometimes without waiting for what is only a row.
    fn look_up_or_not(&mut self, who: Who) -> Checked<Option<Page>> {
        let blindly = self.dice.chance(300);
        let away = self.away(who)?;
        match self.dice.pick(&away) {
            Some(id) if blindly => Ok(Some(Page { id: *id, seen: 0, draft: OrderDraft::default() })),
            _ => self.look_up(who),
        }
    }

    /// The note is always rewritten, so that the revision can be found again; something else often is.
    pub(super) fn revise(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(Page { id, seen, mut draft }) = self.look_up(who)? else { return Ok(None) };
        let mark = format!("titipan {}", self.buyers.mark());
        draft.note.clone_from(&mark);
        alter(&mut draft, &mut self.dice);
        let reason = if self.dice.chance(850) { "pembeli minta".to_owned() } else { String::new() };
        self.send_as_another(who, &mut draft);
        let expect = self.expect(who, Noun::Order, "revised", Expect::Either);
        Ok(Some(Deed { command: Command::ReviseOrder { id, draft, reason }, expect, mark, seen }))
    }

    /// The buyer has moved.
    pub(super) fn send_elsewhere(&mut self, who: Who, page: &OrderView) -> Deed {
        let mark = format!("pindah {}", self.buyers.mark());
        let mut draft = page.draft.clone();
        draft.note.clone_from(&mark);
        draft.address.street = format!("Jl. Melati No {}", self.dice.below(90));
        let expect = self.expect(who, Noun::Order, "revised", Expect::Either);
        let command = Command::ReviseOrder { id: page.row.id, draft, reason: "pembeli pindah".to_owned() };
        Deed { command, expect, mark, seen: page.timeline.len() }
    }

    pub(super) fn call_off(&mut self, who: Who, page: &OrderView) -> Deed {
        let mark = format!("batal {}", self.buyers.mark());
        let expect = self.expect(who, Noun::Order, "cancelled", Expect::Either);
        let command = Command::CancelOrder { id: page.row.id, reason: mark.clone() };
        Deed { command, expect, mark, seen: page.timeline.len() }
    }

    /// One field of the form. The revision is known again by its reason.
    pub(super) fn rewrite(
        &self,
        who: Who,
        page: &OrderView,
        mark: String,
        change: impl FnOnce(&mut OrderDraft, &str),
    ) -> Deed {
        let mut draft = page.draft.clone();
        change(&mut draft, &mark);
        let expect = self.expect(who, Noun::Order, "revised", Expect::Either);
        let command = Command::ReviseOrder { id: page.row.id, draft, reason: mark.clone() };
        Deed { command, expect, mark, seen: page.timeline.len() }
    }

    pub(super) fn note_on(&mut self, who: Who, id: Uuid, seen: usize) -> Deed {
        let mark = format!("catatan {}", self.buyers.mark());
        let expect = self.expect(who, Noun::Order, "noted", Expect::Done);
        Deed { command: Command::NoteOrder { id, text: mark.clone() }, expect, mark, seen }
    }

    pub(super) fn note(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(Page { id, seen, .. }) = self.look_up_or_not(who)? else { return Ok(None) };
        if !self.dice.chance(50) {
            return Ok(Some(self.note_on(who, id, seen)));
        }
        let expect = self.expect(who, Noun::Order, "noted", Expect::Refused("note.empty"));
        let mark = format!("catatan {}", self.buyers.mark());
        Ok(Some(Deed { command: Command::NoteOrder { id, text: "  \n ".to_owned() }, expect, mark, seen }))
    }

    pub(super) fn cancel(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(Page { id, seen, .. }) = self.look_up(who)? else { return Ok(None) };
        let mark = format!("batal {}", self.buyers.mark());
        let silent = self.dice.chance(100);
        let reason = if silent { String::new() } else { mark.clone() };
        let otherwise = if silent { Expect::Refused("order.reason_missing") } else { Expect::Either };
        let expect = self.expect(who, Noun::Order, "cancelled", otherwise);
        Ok(Some(Deed { command: Command::CancelOrder { id, reason }, expect, mark, seen }))
    }
}

fn alter(draft: &mut OrderDraft, dice: &mut Dice) {
    match dice.below(9) {
        0 => dice.one(["Rina M.", "Ibu Rina", "Agus S."]).clone_into(&mut draft.buyer_name),
        1 => dice.one(["jne", "jnt", "tiki"]).clone_into(&mut draft.courier),
        2 => draft.lines.push(line(dice)),
        3 if draft.lines.len() > 1 => drop(draft.lines.pop()),
        4 | 6 => draft.address.street = format!("Jl. Melati No {}", dice.below(90)),
        5 => {
            if let Some(line) = draft.lines.first_mut() {
                line.quantity = dice.within(1..9).to_string();
            }
        }
        _ => {}
    }
}
