//! Shelves in the run: pairs are counted, come in, go to the other pool, are sold over the counter and asked for. Few of
//! them, of few sorts, so that people meet over the last.

use tapak_domain::Noun;
use tapak_domain::order::OrderDraft;
use tapak_domain::stock::{CellDraft, Pool};
use tapak_engine::command::Command;
use tapak_engine::view::product::ProductRow;

use super::{Deed, Expect};
use crate::broken::Checked;
use crate::dice::Dice;
use crate::world::cast::OLD;
use crate::world::{Who, World};

/// Models people ask for.
const POPULAR: usize = 2;
/// Their sizes.
const SIZES: [&str; 2] = ["39", "40"];

impl World {
    /// The owner has a model made before anything is sold.
    pub(super) fn open_the_shelves(&mut self, who: Who) -> Checked<Option<Deed>> {
        let made = !self.phones[who].products(self.now)?.is_empty();
        Ok(if made { None } else { Some(self.add_product(who)) })
    }

    pub(super) fn count_pairs(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(product) = self.model(who)?.filter(|_| self.phones[who].app != OLD) else { return Ok(None) };
        let pool = self.dice.one([Pool::Online, Pool::Online, Pool::Toko]);
        let cells = vec![cell(&product, &mut self.dice)];
        let (product, mark) = (product.id, format!("rak {}", self.buyers.mark()));
        let (command, fact) = match self.dice.below(4) {
            0 => (Command::ReceiveStock { product, pool, cells }, "received"),
            1 => (Command::MoveStock { product, from: pool, cells }, "moved"),
            _ => (Command::CountStock { product, pool, cells }, "counted"),
        };
        let expect = self.expect(who, Noun::Product, fact, Expect::Either);
        Ok(Some(Deed { command, expect, mark, seen: 0 }))
    }

    /// Somebody is at the counter.
    pub(super) fn sell(&mut self, who: Who) -> Checked<Option<Deed>> {
        if self.phones[who].app == OLD {
            return Ok(None);
        }
        let mut draft = self.order_form();
        draft.lines.truncate(1);
        self.ask_for_a_model(who, &mut draft)?;
        let (mark, expect) = (draft.note.clone(), self.expect(who, Noun::Order, "delivered", Expect::Either));
        Ok(Some(Deed { command: Command::SellOrder { draft, paid_in: "Tunai".to_owned() }, expect, mark, seen: 0 }))
    }

    /// Often what the shop has on its shelves, not only what it can make.
    pub(super) fn ask_for_a_model(&mut self, who: Who, draft: &mut OrderDraft) -> Checked {
        let often = self.dice.chance(600);
        let Some(product) = self.model(who)?.filter(|_| often) else { return Ok(()) };
        if let Some(line) = draft.lines.first_mut() {
            let CellDraft { colour, size, .. } = cell(&product, &mut self.dice);
            (line.product, line.name, line.colour, line.size) = (Some(product.id), product.name, colour, size);
            line.quantity = self.dice.within(1..3).to_string();
        }
        Ok(())
    }

    fn model(&mut self, who: Who) -> Checked<Option<ProductRow>> {
        let mut models = self.phones[who].products(self.now)?;
        // The oldest are known to most.
        models.sort_by_key(|row| row.id);
        models.truncate(POPULAR);
        Ok(self.dice.pick(&models).cloned())
    }
}

/// A few pairs of one sort.
fn cell(product: &ProductRow, dice: &mut Dice) -> CellDraft {
    let colour = product.colours.first().cloned().unwrap_or_default();
    CellDraft { colour, size: dice.one(SIZES).to_owned(), count: dice.within(1..4).to_string() }
}
