//! Telling the buyer the tracking number. That it was told is kept, so that nobody tells it twice unawares.

use serde_json::json;

use super::course::Course;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendRefusal {
    #[error("there is no tracking number yet")]
    NotShipped,
    #[error("two tracking numbers, and nobody chose")]
    NotChosen,
    #[error("the buyer was told it before")]
    AlreadyTold,
    #[error("this role tells buyers nothing")]
    NotYourRole,
}

impl From<SendRefusal> for Refusal {
    fn from(refusal: SendRefusal) -> Self {
        match refusal {
            SendRefusal::NotShipped => Self::whole("order.not_shipped"),
            SendRefusal::NotChosen => Self::whole("order.tracking_not_chosen"),
            SendRefusal::AlreadyTold => Self::whole("order.tracking_sent"),
            SendRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `again` is said by who knows that it was told before.
pub fn decide(course: &Course, again: bool, context: &mut Context) -> Result<Vec<Edit>, Vec<SendRefusal>> {
    let parcel = &course.parcel;
    if !may(context.actor.role, Noun::Order, "tracking_sent") {
        return Err(vec![SendRefusal::NotYourRole]);
    }
    if parcel.tracking.number.is_empty() {
        return Err(vec![SendRefusal::NotShipped]);
    }
    if parcel.is_undecided() {
        return Err(vec![SendRefusal::NotChosen]);
    }
    if parcel.tracking.told && !again {
        return Err(vec![SendRefusal::AlreadyTold]);
    }
    Ok(vec![context.state("tracking_sent", [("tracking_number", json!(parcel.tracking.number))])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    #[test]
    fn r10_the_buyer_is_told_once_and_twice_only_knowingly() {
        let shop = Shop::default();
        let order = shop.shipped(&shop.ready(), "JX3300112233");
        let send = |order: &crate::order::Order, again| {
            shop.acting(Role::Cs, |context| decide(&shop.course(order), again, context))
        };
        let told = Shop::apply(order.clone(), send(&order, false).unwrap());
        assert!(shop.course(&told).parcel.tracking.told);
        assert_eq!(send(&told, false).unwrap_err(), [SendRefusal::AlreadyTold]);
        assert!(send(&told, true).is_ok());
        assert_eq!(send(&shop.ready(), false).unwrap_err(), [SendRefusal::NotShipped]);
    }
}
