//! Withdrawing an import: its lines count for nothing any more. What an order was paid with stays.

use serde_json::Map;

use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawRefusal {
    #[error("it was withdrawn before")]
    Withdrawn,
    #[error("an order was paid with a line of it")]
    LineUsed,
    #[error("this role withdraws no statements")]
    NotYourRole,
}

impl From<WithdrawRefusal> for Refusal {
    fn from(refusal: WithdrawRefusal) -> Self {
        match refusal {
            WithdrawRefusal::Withdrawn => Self::whole("statement.withdrawn"),
            WithdrawRefusal::LineUsed => Self::whole("statement.line_used"),
            WithdrawRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `used` tells whether an order known here was paid with a line that stands in this import alone.
pub fn decide(withdrawn: bool, used: bool, context: &mut Context) -> Result<Vec<Edit>, Vec<WithdrawRefusal>> {
    let checks = [
        (withdrawn, WithdrawRefusal::Withdrawn),
        (used, WithdrawRefusal::LineUsed),
        (!may(context.actor.role, Noun::Statement, "withdrawn"), WithdrawRefusal::NotYourRole),
    ];
    let refusals: Vec<_> = checks.into_iter().filter(|(is, _)| *is).map(|(_, refusal)| refusal).collect();
    if refusals.is_empty() { Ok(vec![Edit::State(context.fact("withdrawn", Map::new()))]) } else { Err(refusals) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    fn withdraw(role: Role, withdrawn: bool, used: bool) -> Result<Vec<Edit>, Vec<WithdrawRefusal>> {
        Shop::default().acting(role, |context| decide(withdrawn, used, context))
    }

    #[test]
    fn an_import_is_undone_once_and_not_under_the_feet_of_a_paid_order() {
        assert!(withdraw(Role::Finance, false, false).is_ok());
        assert_eq!(withdraw(Role::Finance, true, false).unwrap_err(), [WithdrawRefusal::Withdrawn]);
        assert_eq!(withdraw(Role::Finance, false, true).unwrap_err(), [WithdrawRefusal::LineUsed]);
        assert_eq!(withdraw(Role::Cs, false, false).unwrap_err(), [WithdrawRefusal::NotYourRole]);
    }
}
