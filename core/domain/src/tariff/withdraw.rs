//! Withdrawing an import: every row of it counts no more, and what it had replaced counts again.

use serde_json::Map;

use super::Tariff;
use crate::context::Context;
use crate::policy::{Authority, may};
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

pub(super) const WITHDRAWN: &str = "withdrawn";

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawRefusal {
    #[error("it does not count any more")]
    NotInForce,
    #[error("this role withdraws no tariffs")]
    NotYourRole,
}

impl From<WithdrawRefusal> for Refusal {
    fn from(refusal: WithdrawRefusal) -> Self {
        match refusal {
            WithdrawRefusal::NotInForce => Self::whole("tariff.withdrawn"),
            WithdrawRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// For one record of the import.
pub fn decide(
    tariff: &Tariff,
    authority: &dyn Authority,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<WithdrawRefusal>> {
    if !may(context.actor.role, Noun::Tariff, WITHDRAWN) {
        return Err(vec![WithdrawRefusal::NotYourRole]);
    }
    if !tariff.is_in_force(authority) {
        return Err(vec![WithdrawRefusal::NotInForce]);
    }
    Ok(vec![Edit::State(context.fact(WITHDRAWN, Map::new()))])
}
