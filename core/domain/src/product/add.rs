//! Adding a product to the catalogue.

use super::ProductDraft;
use super::fill::fill;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::Size;

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
    let (filled, problems) = fill(draft);
    let mut refusals: Vec<_> = problems.into_iter().map(AddRefusal::Field).collect();
    if !may(context.actor.role, Noun::Product, "added") {
        refusals.push(AddRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut edits = vec![
        Edit::set("name", filled.name),
        Edit::set("colours", filled.colours),
        Edit::set("price", filled.price),
        Edit::set("weight_grams", filled.weight_grams),
    ];
    // An older app goes on writing what comes in every size.
    if !filled.sizes.iter().copied().eq(Size::all()) {
        edits.push(Edit::set("sizes", filled.sizes));
    }
    edits.push(context.state("added", []));
    Ok(edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::{added, trekker};

    #[test]
    fn a_product_needs_a_name_and_a_price() {
        let refused =
            Shop::default().acting(Role::Owner, |context| decide(&ProductDraft::default(), context)).unwrap_err();
        let fields: Vec<_> = refused.into_iter().map(|refusal| Refusal::from(refusal).field).collect();
        assert_eq!(fields, ["price", "name"]);
    }

    #[test]
    fn r20_a_model_comes_in_all_sizes_unless_its_run_is_said() {
        let sizes = |draft: &ProductDraft| added(draft).sizes.iter().map(|size| size.get()).collect::<Vec<_>>();
        assert_eq!(sizes(&trekker()), (36..=44).collect::<Vec<_>>());
        let lady = ProductDraft { sizes: ["40", "36", "uk 38", "36"].map(str::to_owned).to_vec(), ..trekker() };
        assert_eq!(sizes(&lady), [36, 38, 40]);
        assert!(!added(&trekker()).record.fields.contains_key("sizes"), "an older app can go on writing it");
    }

    #[test]
    fn a_colour_that_is_said_twice_is_one_colour() {
        let draft = ProductDraft { colours: ["Hitam", "army", " hitam "].map(str::to_owned).to_vec(), ..trekker() };
        assert_eq!(added(&draft).colours, ["Hitam", "army"]);
    }
}
