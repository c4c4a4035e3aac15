//! Attaching a file: a proof of payment or a photo to an order, a picture to a model. The fact names the file; the bytes
//! travel by themselves.

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use crate::context::Context;
use crate::policy::{Role, may};
use crate::record::{Edit, Fact, Noun};
use crate::refusal::Refusal;

/// What a file is to its record, which decides who may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Bukti transfer.
    PaymentProof,
    Photo,
    /// What a model looks like.
    Catalogue,
}

impl FileKind {
    pub const ALL: [Self; 3] = [Self::PaymentProof, Self::Photo, Self::Catalogue];
    /// What an order may have.
    pub const OF_ORDERS: [Self; 2] = [Self::PaymentProof, Self::Photo];

    pub fn code(self) -> &'static str {
        match self {
            Self::PaymentProof => "payment_proof",
            Self::Photo => "photo",
            Self::Catalogue => "catalogue",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The warehouse never sees what a buyer paid with.
    pub fn seen_by(self, role: Role) -> bool {
        match self {
            Self::PaymentProof => matches!(role, Role::Owner | Role::Cs | Role::CustomCs | Role::Finance),
            Self::Photo => crate::policy::may_read(role, Noun::Order),
            Self::Catalogue => crate::policy::may_read(role, Noun::Product),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AttachRefusal {
    #[error("this role attaches nothing of the kind")]
    NotYourRole,
    #[error("it is not a file of this device")]
    Missing,
}

impl From<AttachRefusal> for Refusal {
    fn from(refusal: AttachRefusal) -> Self {
        match refusal {
            AttachRefusal::NotYourRole => Self::whole("not_your_role"),
            AttachRefusal::Missing => Self::at("file", "file.missing"),
        }
    }
}

/// `file` is the hash of its bytes in hex, `length` their number; `None` when the file is not here.
pub fn decide(
    file: &str,
    length: Option<u64>,
    kind: FileKind,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<AttachRefusal>> {
    let role = context.actor.role;
    if !may(role, Noun::Order, "attached") || !FileKind::OF_ORDERS.contains(&kind) || !kind.seen_by(role) {
        return Err(vec![AttachRefusal::NotYourRole]);
    }
    name(file, length, kind, context)
}

/// The fact that names a file, whatever record it is of.
pub(crate) fn name(
    file: &str,
    length: Option<u64>,
    kind: FileKind,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<AttachRefusal>> {
    let Some(length) = length else { return Err(vec![AttachRefusal::Missing]) };
    let mut data = Map::new();
    data.insert("file".into(), json!(file));
    data.insert("as".into(), json!(kind.code()));
    data.insert("length".into(), json!(length));
    Ok(vec![Edit::State(context.fact("attached", data))])
}

/// The file an `attached` fact names.
pub fn attached(fact: &Fact) -> Option<(&str, FileKind)> {
    if fact.kind == "attached" { Some((fact.text("file"), FileKind::from_code(fact.text("as"))?)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;

    #[test]
    fn the_warehouse_sees_a_photo_of_the_parcel_and_no_proof_of_payment() {
        assert!(FileKind::Photo.seen_by(Role::Warehouse));
        assert!(!FileKind::PaymentProof.seen_by(Role::Warehouse));
        assert!(FileKind::PaymentProof.seen_by(Role::Finance));
        let refused = Shop::default()
            .acting(Role::Warehouse, |context| decide("00", Some(3), FileKind::PaymentProof, context))
            .unwrap_err();
        assert_eq!(refused, [AttachRefusal::NotYourRole]);
    }

    #[test]
    fn a_file_that_is_not_here_is_not_attached() {
        let refused =
            Shop::default().acting(Role::Cs, |context| decide("00", None, FileKind::Photo, context)).unwrap_err();
        assert_eq!(refused, [AttachRefusal::Missing]);
    }
}
