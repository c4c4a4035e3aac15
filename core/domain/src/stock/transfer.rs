//! Moving pairs from one pool to the other. It is logged as any fact, and takes only what is there and not spoken for.

use super::cells::{self, CellDraft, Typed};
use super::{Known, Level, Pool};
use crate::context::Context;
use crate::policy::may;
use crate::product::Product;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransferRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("no cell was filled in")]
    NothingMoved,
    #[error("this role moves no stock")]
    NotYourRole,
}

impl From<TransferRefusal> for Refusal {
    fn from(refusal: TransferRefusal) -> Self {
        match refusal {
            TransferRefusal::Field(refusal) => refusal,
            TransferRefusal::NothingMoved => Self::at("cells", "stock.nothing_filled"),
            TransferRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `known` tells of the pool the pairs are taken from.
pub fn decide(
    product: &Product,
    from: Pool,
    drafts: &[CellDraft],
    known: Known<'_>,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<TransferRefusal>> {
    let (typed, mut problems) = cells::fill(drafts, 1);
    let moved = cells::gather(product, &typed, &mut problems);
    problems.extend(typed.iter().filter_map(|cell| lacking(cell, known)));
    let mut refusals: Vec<_> = problems.into_iter().map(TransferRefusal::Field).collect();
    if !may(context.actor.role, Noun::Product, "moved") {
        refusals.push(TransferRefusal::NotYourRole);
    }
    if moved.is_empty() && refusals.is_empty() {
        refusals.push(TransferRefusal::NothingMoved);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let said = [("from", plain(from)), ("to", plain(from.other())), ("counts", plain(moved))];
    Ok(vec![context.state("moved", said)])
}

fn lacking(cell: &Typed, known: Known<'_>) -> Option<Refusal> {
    match known(&cell.colour, cell.size).map(Level::left) {
        None => Some(cell.refuse("stock.not_counted")),
        Some(left) if left < i64::from(cell.pairs) => Some(cell.refuse("stock.not_enough")),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::{added, cell, trekker};

    fn transfer(cells: &[CellDraft]) -> Result<Vec<Edit>, Vec<TransferRefusal>> {
        let known = |colour: &str, _| (colour == "hitam").then_some(Level { on_hand: 5, reserved: 2 });
        let product = added(&trekker());
        Shop::default().acting(Role::Owner, |context| decide(&product, Pool::Online, cells, &known, context))
    }

    #[test]
    fn r14_a_transfer_takes_only_what_is_not_spoken_for() {
        let edits = transfer(&[cell("hitam", "39", "3")]);
        let Ok([Edit::State(fact)]) = edits.as_deref() else { panic!("{edits:?}") };
        assert_eq!((&fact.data["from"], &fact.data["to"]), (&json!("online"), &json!("toko")));
        let code = |cells: &[CellDraft]| Refusal::from(transfer(cells).unwrap_err()[0].clone()).code;
        assert_eq!(code(&[cell("hitam", "39", "4")]), "stock.not_enough");
        assert_eq!(code(&[cell("army", "39", "1")]), "stock.not_counted");
        assert_eq!(code(&[cell("hitam", "39", "0")]), "stock.out_of_range");
    }
}
