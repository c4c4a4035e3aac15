//! How a connection ends: the reason in the protocol's words, and again in the close frame.

use axum::extract::ws::{CloseFrame, Message, close_code};
use tapak_sync::message::ToDevice;
use tapak_sync::{ByeCode, codec};

/// What the relay would have said, for what never reaches it.
pub(super) fn bye(code: ByeCode) -> Option<Message> {
    codec::encode(&ToDevice::Bye(code)).ok().map(|frame| Message::Binary(frame.into()))
}

pub(super) fn close(code: ByeCode) -> Message {
    Message::Close(Some(CloseFrame { code: number(code), reason: code.code().into() }))
}

/// The nearest of the few reasons a WebSocket knows.
const fn number(code: ByeCode) -> u16 {
    match code {
        ByeCode::GoingAway | ByeCode::RoleChanged => close_code::AWAY,
        ByeCode::MalformedFrame | ByeCode::OutOfTurn => close_code::PROTOCOL,
        ByeCode::FrameTooLarge => close_code::SIZE,
        ByeCode::Fault => close_code::ERROR,
        ByeCode::TooSlow => close_code::AGAIN,
        ByeCode::UpdateTheApp
        | ByeCode::BadSignature
        | ByeCode::UnknownDevice
        | ByeCode::Revoked
        | ByeCode::WrongShop
        | ByeCode::InviteUnknown
        | ByeCode::InviteUsed
        | ByeCode::InviteExpired
        | ByeCode::Other(_) => close_code::POLICY,
    }
}
