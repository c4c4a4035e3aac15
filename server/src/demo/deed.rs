//! What somebody of the demo shop does, and when.

use tapak_domain::order::OrderDraft;

use super::calendar::Shift;
use super::crew::Seat;

/// An order of the story, before it has an id.
pub(super) type OrderIndex = usize;

#[derive(Debug)]
pub(super) struct Deed {
    pub(super) shift: Shift,
    /// Milliseconds since 1970 UTC.
    pub(super) at: u64,
    pub(super) by: Seat,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Take(OrderIndex, Box<OrderDraft>),
    Revise(OrderIndex, Correction),
    Note(OrderIndex, &'static str),
    Ship(OrderIndex, String),
    Cancel(OrderIndex, &'static str),
}

/// What a revision puts right in the form as it stands.
#[derive(Debug)]
pub(super) enum Correction {
    /// The parts the buyer sent later.
    Complete {
        phone: String,
        postal_code: String,
        shipping_fee: String,
    },
    Landmark(&'static str),
    Size(String),
    BuyerName(String),
}

impl Correction {
    pub(super) fn apply(self, draft: &mut OrderDraft) {
        match self {
            Self::Complete { phone, postal_code, shipping_fee } => {
                draft.buyer_phone = phone;
                draft.address.postal_code = postal_code;
                draft.shipping_fee = shipping_fee;
            }
            Self::Landmark(landmark) => landmark.clone_into(&mut draft.address.landmark),
            Self::Size(size) => draft.lines.iter_mut().take(1).for_each(|line| line.size.clone_from(&size)),
            Self::BuyerName(name) => draft.buyer_name = name,
        }
    }
}
