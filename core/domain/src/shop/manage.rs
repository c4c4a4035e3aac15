//! What all verbs of the shop's record refuse alike: only the owner runs the shop.

use serde_json::{Map, Value};

use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ManageRefusal {
    #[error("only the owner runs the shop")]
    NotYourRole,
    #[error("nobody here is that")]
    Unknown,
    #[error("it was revoked before")]
    Revoked,
    #[error("one does not lock oneself out")]
    Yourself,
    #[error("nobody is invited as that")]
    Role,
    #[error("between one day and ten years")]
    Window,
    #[error("a reason belongs to it")]
    Reason,
}

impl From<ManageRefusal> for Refusal {
    fn from(refusal: ManageRefusal) -> Self {
        match refusal {
            ManageRefusal::NotYourRole => Self::whole("not_your_role"),
            ManageRefusal::Unknown => Self::at("device", "device.unknown"),
            ManageRefusal::Revoked => Self::at("device", "device.revoked"),
            ManageRefusal::Yourself => Self::at("device", "device.yourself"),
            ManageRefusal::Role => Self::at("role", "role.impossible"),
            ManageRefusal::Window => Self::at("days", "days.out_of_range"),
            ManageRefusal::Reason => Self::at("reason", "reason.empty"),
        }
    }
}

pub(super) type Decided = Result<Vec<Edit>, Vec<ManageRefusal>>;

/// One fact, if the role may state it.
pub(super) fn state(
    kind: &str,
    data: impl IntoIterator<Item = (&'static str, Value)>,
    context: &mut Context,
) -> Decided {
    if !may(context.actor.role, Noun::Shop, kind) {
        return Err(vec![ManageRefusal::NotYourRole]);
    }
    let data: Map<_, _> = data.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Ok(vec![Edit::State(context.fact(kind, data))])
}
