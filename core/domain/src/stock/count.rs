//! Counting (opname): what lies on the shelf now, cell by cell. From here on it is what everything else adds to.

use super::cells::{self, CellDraft, Cells, Typed};
use super::{Known, Level, Pool};
use crate::context::Context;
use crate::policy::may;
use crate::product::Product;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("no cell was filled in")]
    NothingCounted,
    #[error("this role counts no stock")]
    NotYourRole,
}

impl From<CountRefusal> for Refusal {
    fn from(refusal: CountRefusal) -> Self {
        match refusal {
            CountRefusal::Field(refusal) => refusal,
            CountRefusal::NothingCounted => Self::at("cells", "stock.nothing_filled"),
            CountRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// The numbers are absolute. Where they are not what was `known` here, the difference is kept beside them.
pub fn decide(
    product: &Product,
    pool: Pool,
    drafts: &[CellDraft],
    known: Known<'_>,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<CountRefusal>> {
    let (typed, mut problems) = cells::fill(drafts, 0);
    let counts = cells::gather(product, &typed, &mut problems);
    let mut refusals: Vec<_> = problems.into_iter().map(CountRefusal::Field).collect();
    if !may(context.actor.role, Noun::Product, "counted") {
        refusals.push(CountRefusal::NotYourRole);
    }
    if counts.is_empty() && refusals.is_empty() {
        refusals.push(CountRefusal::NothingCounted);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let said = [("pool", plain(pool)), ("counts", plain(counts)), ("apart", plain(apart(&typed, known)))];
    Ok(vec![context.state("counted", said)])
}

fn apart(typed: &[Typed], known: Known<'_>) -> Cells {
    let mut apart = Cells::default();
    for cell in typed {
        let Some(Level { on_hand, .. }) = known(&cell.colour, cell.size) else { continue };
        let difference = i64::from(cell.pairs) - on_hand;
        if difference != 0 {
            apart.put(&cell.colour, cell.size, difference);
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::{added, cell, trekker};

    fn count(role: Role, cells: &[CellDraft]) -> Result<Vec<Edit>, Vec<CountRefusal>> {
        let known = |colour: &str, _| (colour == "Hitam").then_some(Level { on_hand: 5, reserved: 2 });
        Shop::default().acting(role, |context| decide(&added(&trekker()), Pool::Toko, cells, &known, context))
    }

    #[test]
    fn r14_an_opname_states_what_lies_there_and_where_it_is_not_as_known() {
        let edits =
            count(Role::Warehouse, &[cell("Hitam", "39", "3"), cell("army", "40", "0"), cell("army", "41", "")]);
        let Ok([Edit::State(fact)]) = edits.as_deref() else { panic!("{edits:?}") };
        assert_eq!(fact.data["counts"], json!({"hitam": {"39": 3}, "army": {"40": 0}}));
        assert_eq!(fact.data["apart"], json!({"hitam": {"39": -2}}));
    }

    #[test]
    fn each_impossible_cell_is_refused_where_it_stands() {
        let cells = [cell("hitam", "39", "-1"), cell("hitam", "40", "12000"), cell("pink", "41", "1")];
        let refused: Vec<_> = count(Role::Cs, &cells).unwrap_err().into_iter().map(Refusal::from).collect();
        let said: Vec<_> = refused.iter().map(|refusal| (refusal.field.as_str(), refusal.code)).collect();
        assert_eq!(
            said,
            [
                ("cells.0.count", "stock.not_a_number"),
                ("cells.1.count", "stock.out_of_range"),
                ("cells.2.count", "stock.colour_unknown")
            ]
        );
        let twice = count(Role::Cs, &[cell("hitam", "39", "1"), cell("Hitam", "39", "2")]).unwrap_err();
        assert_eq!(Refusal::from(twice[0].clone()).code, "stock.cell_twice");
        assert_eq!(count(Role::Cs, &[]), Err(vec![CountRefusal::NothingCounted]));
        assert_eq!(count(Role::Finance, &[cell("hitam", "39", "1")]), Err(vec![CountRefusal::NotYourRole]));
    }
}
