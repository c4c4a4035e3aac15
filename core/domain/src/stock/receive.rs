//! Receiving: pairs that come into a pool, from the workshop or back from a buyer.

use super::Pool;
use super::cells::{self, CellDraft};
use crate::context::Context;
use crate::policy::may;
use crate::product::Product;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiveRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("no cell was filled in")]
    NothingCame,
    #[error("this role receives no stock")]
    NotYourRole,
}

impl From<ReceiveRefusal> for Refusal {
    fn from(refusal: ReceiveRefusal) -> Self {
        match refusal {
            ReceiveRefusal::Field(refusal) => refusal,
            ReceiveRefusal::NothingCame => Self::at("cells", "stock.nothing_filled"),
            ReceiveRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(
    product: &Product,
    pool: Pool,
    drafts: &[CellDraft],
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<ReceiveRefusal>> {
    let (typed, mut problems) = cells::fill(drafts, 1);
    let came = cells::gather(product, &typed, &mut problems);
    let mut refusals: Vec<_> = problems.into_iter().map(ReceiveRefusal::Field).collect();
    if !may(context.actor.role, Noun::Product, "received") {
        refusals.push(ReceiveRefusal::NotYourRole);
    }
    if came.is_empty() && refusals.is_empty() {
        refusals.push(ReceiveRefusal::NothingCame);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(vec![context.state("received", [("pool", plain(pool)), ("counts", plain(came))])])
}
