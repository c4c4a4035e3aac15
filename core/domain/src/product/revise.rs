//! Revising a product: every field's old and new value goes into the history; a new price is a fact of its own.

use serde_json::Value;

use super::fill::{Filled, fill};
use super::price::priced;
use super::{Product, ProductDraft};
use crate::context::Context;
use crate::order::FieldChange;
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::values::Size;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviseRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("this role revises no products")]
    NotYourRole,
    #[error("only the owner changes a price")]
    PriceNotYours,
    #[error("nothing was changed")]
    NothingChanged,
}

impl From<ReviseRefusal> for Refusal {
    fn from(refusal: ReviseRefusal) -> Self {
        match refusal {
            ReviseRefusal::Field(refusal) => refusal,
            ReviseRefusal::NotYourRole => Self::whole("not_your_role"),
            ReviseRefusal::PriceNotYours => Self::at("price", "product.price_not_yours"),
            ReviseRefusal::NothingChanged => Self::whole("product.nothing_changed"),
        }
    }
}

/// What was sold before keeps its price: an order's lines hold it, and so does its totalan.
pub fn decide(product: &Product, draft: &ProductDraft, context: &mut Context) -> Result<Vec<Edit>, Vec<ReviseRefusal>> {
    let (filled, problems) = fill(draft);
    let mut refusals: Vec<_> = problems.into_iter().map(ReviseRefusal::Field).collect();
    let repriced = product.price != filled.price;
    if !may(context.actor.role, Noun::Product, "revised") {
        refusals.push(ReviseRefusal::NotYourRole);
    } else if repriced && !may(context.actor.role, Noun::Product, "priced") {
        refusals.push(ReviseRefusal::PriceNotYours);
    }
    let compared = compare(product, &filled);
    if refusals.is_empty() && compared.is_empty() && !repriced {
        refusals.push(ReviseRefusal::NothingChanged);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let (mut edits, changes): (Vec<_>, Vec<_>) = compared.into_iter().unzip();
    if !changes.is_empty() {
        edits.push(context.state("revised", [("changes", plain(changes))]));
    }
    if repriced {
        edits.push(Edit::set("price", filled.price));
        edits.push(context.state("priced", priced(product.price, filled.price)));
    }
    Ok(edits)
}

fn compare(product: &Product, filled: &Filled) -> Vec<(Edit, FieldChange)> {
    let run = |sizes: &[Size]| sizes.iter().map(Size::to_string).collect::<Vec<_>>().join(", ");
    let compared: [(&'static str, Value, String, String); 4] = [
        ("name", plain(&filled.name), product.name.clone(), filled.name.clone()),
        ("colours", plain(&filled.colours), product.colours.join(", "), filled.colours.join(", ")),
        ("sizes", plain(&filled.sizes), run(&product.sizes), run(&filled.sizes)),
        ("weight_grams", plain(filled.weight_grams), product.weight_grams.to_string(), filled.weight_grams.to_string()),
    ];
    let changed = compared.into_iter().filter(|(_, _, from, to)| from != to);
    changed
        .map(|(field, value, from, to)| (Edit::Set { field, value }, FieldChange { field: field.into(), from, to }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::{added, trekker, written};

    fn revise(role: Role, draft: &ProductDraft) -> Result<Vec<Edit>, Vec<ReviseRefusal>> {
        Shop::default().acting(role, |context| decide(&added(&trekker()), draft, context))
    }

    #[test]
    fn r20_cs_corrects_a_colour_and_only_the_owner_changes_the_price() {
        let army = ProductDraft { colours: vec!["hitam".into(), "hijau army".into()], ..trekker() };
        let edits = revise(Role::Cs, &army).unwrap();
        let product = written(&added(&trekker()), edits);
        assert_eq!(product.colours, ["hitam", "hijau army"]);
        assert_eq!(product.record.facts.last().unwrap().kind, "revised");
        let dearer = ProductDraft { price: "199rb".into(), ..trekker() };
        assert_eq!(revise(Role::Cs, &dearer).unwrap_err(), [ReviseRefusal::PriceNotYours]);
        assert!(revise(Role::Owner, &dearer).is_ok());
        assert_eq!(revise(Role::Warehouse, &dearer).unwrap_err(), [ReviseRefusal::NotYourRole]);
    }

    #[test]
    fn saving_the_form_untouched_says_so() {
        let product = added(&trekker());
        let refused =
            Shop::default().acting(Role::Owner, |context| decide(&product, &product.draft(), context)).unwrap_err();
        assert_eq!(refused, [ReviseRefusal::NothingChanged]);
    }
}
