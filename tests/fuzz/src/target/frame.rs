//! Frames of both directions: what decodes is within the limits and says the same when it is said again.

use std::fmt::Debug;

use minicbor::Encode;
use tapak_sync::codec::{CodecError, decode_to_device, decode_to_relay, encode};
use tapak_sync::limits::Limited;

pub(super) fn to_relay(bytes: &[u8]) {
    say_again(decode_to_relay(bytes), decode_to_relay);
}

pub(super) fn to_device(bytes: &[u8]) {
    say_again(decode_to_device(bytes), decode_to_device);
}

/// Another compressor may have made it fit one frame; ours need not manage that.
fn say_again<T>(heard: Result<T, CodecError>, decode: fn(&[u8]) -> Result<T, CodecError>)
where
    T: Encode<()> + Limited + PartialEq + Debug,
{
    let Ok(message) = heard else { return };
    match encode(&message) {
        Ok(frame) => assert_eq!(decode(&frame).as_ref(), Ok(&message)),
        Err(fault) => assert_eq!(fault, CodecError::FrameTooLarge, "{message:?}"),
    }
}
