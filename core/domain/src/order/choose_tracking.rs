//! Choosing the tracking number that holds, where two were scanned for one parcel.

use serde_json::json;

use super::course::Course;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChooseRefusal {
    #[error("the order has no such tracking number")]
    Unknown,
    #[error("this role chooses no tracking numbers")]
    NotYourRole,
}

impl From<ChooseRefusal> for Refusal {
    fn from(refusal: ChooseRefusal) -> Self {
        match refusal {
            ChooseRefusal::Unknown => Self::at("tracking_number", "order.tracking_number_unknown"),
            ChooseRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(course: &Course, tracking_number: &str, context: &mut Context) -> Result<Vec<Edit>, Vec<ChooseRefusal>> {
    if !may(context.actor.role, Noun::Order, "tracking_chosen") {
        return Err(vec![ChooseRefusal::NotYourRole]);
    }
    if !course.parcel.shipments.iter().any(|shipment| shipment.tracking_number == tracking_number) {
        return Err(vec![ChooseRefusal::Unknown]);
    }
    Ok(vec![context.state("tracking_chosen", [("tracking_number", json!(tracking_number))])])
}
