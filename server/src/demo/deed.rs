//! What somebody of the demo shop does, and when.

use tapak_domain::order::{OrderDraft, ReturnFor};
use uuid::Uuid;

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
    pub(super) order: OrderIndex,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Take(Box<OrderDraft>),
    Revise(Correction),
    Note(&'static str),
    /// To this account, or the shop's first.
    Total(&'static str),
    Expire,
    /// The buyer says it was transferred.
    Claim(Claim, Amount),
    /// Found on that line of the statement, or in the till.
    Verify(Option<Uuid>, Amount),
    Print,
    Pack,
    Ship(Parcel),
    SendTracking,
    Deliver,
    Close,
    Return(&'static str, ReturnFor),
    ReceiveReturn,
    Exchange,
    AskCancel(&'static str),
    Cancel(&'static str),
    Refund(Uuid),
}

/// How much of what is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    Whole,
    Less,
}

/// From which bank, by whom, and when the buyer says it was.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) bank: &'static str,
    pub(super) payer: String,
    pub(super) paid_at: String,
}

#[derive(Debug)]
pub(super) struct Parcel {
    pub(super) tracking_number: String,
    /// What the courier took for it, or nothing yet.
    pub(super) fee: String,
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
    pub(super) fn complete(draft: &OrderDraft) -> Self {
        Self::Complete {
            phone: draft.buyer_phone.clone(),
            postal_code: draft.address.postal_code.clone(),
            shipping_fee: draft.shipping_fee.clone(),
        }
    }

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
