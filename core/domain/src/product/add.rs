//! Adding a product to the catalogue.

use serde_json::Map;

use super::ProductDraft;
use crate::context::Context;
use crate::form::{optional, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::{Refusal, note};
use crate::values::Rupiah;

/// Longest name of a product or colour, in characters.
const NAME: usize = 60;
/// Heaviest pair we would believe.
const WEIGHT_GRAMS: u32 = 20_000;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("this role adds no products")]
    NotYourRole,
}

impl From<AddRefusal> for Refusal {
    fn from(refusal: AddRefusal) -> Self {
        match refusal {
            AddRefusal::Field(refusal) => refusal,
            AddRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(draft: &ProductDraft, context: &mut Context) -> Result<Vec<Edit>, Vec<AddRefusal>> {
    let mut problems = Vec::new();
    let p = &mut problems;
    let name = text(p, "name", &draft.name, NAME);
    let colours: Vec<_> = draft.colours.iter().map(|colour| text(p, "colours", colour, NAME)).collect();
    let price = note(p, "price", Rupiah::parse(&draft.price).map_err(|e| e.code()));
    let weight = optional(p, "weight_grams", &draft.weight_grams, grams);
    if draft.name.trim().is_empty() {
        p.push(Refusal::at("name", "product.name_missing"));
    }
    let mut refusals: Vec<_> = problems.into_iter().map(AddRefusal::Field).collect();
    if !may(context.actor.role, Noun::Product, "added") {
        refusals.push(AddRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(vec![
        Edit::set("name", name),
        Edit::set("colours", colours),
        Edit::set("price", price),
        Edit::set("weight_grams", weight.unwrap_or_default()),
        Edit::State(context.fact("added", Map::new())),
    ])
}

fn grams(text: &str) -> Result<u32, &'static str> {
    text.trim().parse().ok().filter(|grams| *grams <= WEIGHT_GRAMS).ok_or("product.weight_out_of_range")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    #[test]
    fn a_product_needs_a_name_and_a_price() {
        let refused =
            Shop::default().acting(Role::Owner, |context| decide(&ProductDraft::default(), context)).unwrap_err();
        let fields: Vec<_> = refused.into_iter().map(|refusal| Refusal::from(refusal).field).collect();
        assert_eq!(fields, ["price", "name"]);
    }
}
