//! Printing the label: what is paid is printed at once, without anybody asking again. Each copy is numbered.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::course::Course;
use super::read::Order;
use super::standing::Stage;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

/// What the label is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 100 × 150 mm.
    Label,
    A6,
    /// Four to a sheet.
    A4,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintRefusal {
    #[error("the order is not complete")]
    Incomplete,
    #[error("it is not paid, as far as this device knows")]
    NotPaid,
    #[error("a conflict holds the order")]
    Held,
    #[error("the order is cancelled")]
    Cancelled,
    #[error("the order has left already")]
    AlreadyShipped,
    #[error("this role prints no labels")]
    NotYourRole,
}

impl From<PrintRefusal> for Refusal {
    fn from(refusal: PrintRefusal) -> Self {
        match refusal {
            PrintRefusal::Incomplete => Self::whole("order.incomplete"),
            PrintRefusal::NotPaid => Self::whole("order.not_paid"),
            PrintRefusal::Held => Self::whole("order.held"),
            PrintRefusal::Cancelled => Self::whole("order.cancelled"),
            PrintRefusal::AlreadyShipped => Self::whole("order.already_shipped"),
            PrintRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// Why the order may have no label now, whoever asks. `held` tells whether another order known here holds what this one
/// does too.
pub fn refusals(order: &Order, course: &Course, held: bool) -> Vec<PrintRefusal> {
    let mut refusals = Vec::from_iter(blocked(course.standing.stage()));
    if refusals.is_empty() && !order.missing().is_empty() {
        refusals.push(PrintRefusal::Incomplete);
    }
    if held || course.is_held() {
        refusals.push(PrintRefusal::Held);
    }
    refusals
}

/// `held` as in [`refusals`].
pub fn decide(
    order: &Order,
    course: &Course,
    paper: Paper,
    held: bool,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<PrintRefusal>> {
    let mut refusals = refusals(order, course, held);
    if !may(context.actor.role, Noun::Order, "printed") {
        refusals.push(PrintRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let data = [
        ("copy", json!(course.parcel.copies.saturating_add(1))),
        ("address", json!(order.address.one_line())),
        ("paper", json!(paper)),
    ];
    Ok(vec![context.state("printed", data)])
}

fn blocked(stage: Stage) -> Option<PrintRefusal> {
    match stage {
        Stage::Paid | Stage::Printed | Stage::Packed => None,
        Stage::Unpaid => Some(PrintRefusal::NotPaid),
        Stage::Cancelled => Some(PrintRefusal::Cancelled),
        Stage::Left => Some(PrintRefusal::AlreadyShipped),
    }
}
