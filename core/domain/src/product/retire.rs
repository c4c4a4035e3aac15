//! Retiring a product: it is offered no more, and what was sold of it stays as it is. Restoring takes that back.

use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RetireRefusal {
    #[error("only the owner retires a product")]
    NotYourRole,
    #[error("it is so already")]
    NothingChanged,
}

impl From<RetireRefusal> for Refusal {
    fn from(refusal: RetireRefusal) -> Self {
        match refusal {
            RetireRefusal::NotYourRole => Self::whole("not_your_role"),
            RetireRefusal::NothingChanged => Self::whole("product.nothing_changed"),
        }
    }
}

type Decided = Result<Vec<Edit>, Vec<RetireRefusal>>;

pub fn retire(is_retired: bool, context: &mut Context) -> Decided {
    say("retired", is_retired, context)
}

pub fn restore(is_retired: bool, context: &mut Context) -> Decided {
    say("restored", !is_retired, context)
}

fn say(kind: &str, is_so: bool, context: &mut Context) -> Decided {
    if !may(context.actor.role, Noun::Product, kind) {
        return Err(vec![RetireRefusal::NotYourRole]);
    }
    if is_so {
        return Err(vec![RetireRefusal::NothingChanged]);
    }
    Ok(vec![context.state(kind, [])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::{All, added, trekker, written};

    #[test]
    fn r20_a_model_that_is_made_no_more_can_be_taken_up_again() {
        let (shop, owner) = (Shop::default(), All(Role::Owner));
        let product = added(&trekker());
        let retired = written(&product, shop.acting(Role::Owner, |context| retire(false, context)).unwrap());
        assert!(retired.is_retired(&owner) && !product.is_retired(&owner));
        assert!(!retired.is_retired(&All(Role::Cs)), "what a role may not say counts for nothing");
        let restored = written(&retired, shop.acting(Role::Owner, |context| restore(true, context)).unwrap());
        assert!(!restored.is_retired(&owner));
    }

    #[test]
    fn only_the_owner_retires_and_only_what_is_not_retired() {
        let ask = |role, is_retired| Shop::default().acting(role, |context| retire(is_retired, context));
        assert_eq!(ask(Role::Owner, true), Err(vec![RetireRefusal::NothingChanged]));
        assert_eq!(ask(Role::Cs, false), Err(vec![RetireRefusal::NotYourRole]));
    }
}
