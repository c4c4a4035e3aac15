//! Packing: each line of the order was scanned or ticked as it went into the box.

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::course::Course;
use super::read::Order;
use super::standing::Stage;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

/// How it was known what went into the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PackedBy {
    Scan,
    Tick,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackRefusal {
    #[error("this line is not in the box: {0}")]
    LineLeft(usize),
    #[error("it has no label with today's address")]
    NotPrinted,
    #[error("it is packed already")]
    AlreadyPacked,
    #[error("a conflict holds the order")]
    Held,
    #[error("the order has left or is cancelled")]
    Closed,
    #[error("this role packs nothing")]
    NotYourRole,
}

impl From<PackRefusal> for Refusal {
    fn from(refusal: PackRefusal) -> Self {
        match refusal {
            PackRefusal::LineLeft(index) => Self::at(format!("lines.{index}"), "order.line_not_packed"),
            PackRefusal::NotPrinted => Self::whole("order.not_printed"),
            PackRefusal::AlreadyPacked => Self::whole("order.packed"),
            PackRefusal::Held => Self::whole("order.held"),
            PackRefusal::Closed => Self::whole("order.closed"),
            PackRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `lines` are those that are in the box, whole; `held` as in printing.
pub fn decide(
    order: &Order,
    course: &Course,
    (by, lines): (PackedBy, &[Uuid]),
    held: bool,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<PackRefusal>> {
    let left = order.lines.keys().enumerate().filter(|(_, id)| !lines.contains(id));
    let mut refusals: Vec<_> = left.map(|(index, _)| PackRefusal::LineLeft(index)).collect();
    refusals.extend(blocked(course.standing.stage()));
    if held || course.is_held() {
        refusals.push(PackRefusal::Held);
    }
    if !may(context.actor.role, Noun::Order, "packed") {
        refusals.push(PackRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(vec![context.state("packed", [("how", json!(by)), ("lines", json!(order.said_lines()))])])
}

fn blocked(stage: Stage) -> Option<PackRefusal> {
    match stage {
        Stage::Printed => None,
        Stage::Packed => Some(PackRefusal::AlreadyPacked),
        Stage::Left | Stage::Cancelled => Some(PackRefusal::Closed),
        Stage::Unpaid | Stage::Paid => Some(PackRefusal::NotPrinted),
    }
}
