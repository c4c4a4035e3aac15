//! Products: added to the catalogue.

use tapak_domain::Noun;
use tapak_domain::product::ProductDraft;
use tapak_engine::command::Command;

use super::{Deed, Expect};
use crate::world::{Who, World};

impl World {
    pub(super) fn add_product(&mut self, who: Who) -> Deed {
        let mark = format!("Model {}", self.buyers.mark());
        let (price, otherwise) = if self.dice.chance(200) {
            ("gratis", Expect::Refused("money.not_a_number"))
        } else {
            ("189000", Expect::Done)
        };
        let draft = ProductDraft {
            name: mark.clone(),
            colours: vec!["hitam".to_owned(), "army".to_owned()],
            sizes: Vec::new(),
            price: price.to_owned(),
            weight_grams: "900".to_owned(),
        };
        let expect = self.expect(who, Noun::Product, "added", otherwise);
        Deed { command: Command::AddProduct { draft }, expect, mark, seen: 0 }
    }
}
