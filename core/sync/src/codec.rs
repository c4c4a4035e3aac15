//! One frame: a flags byte, then CBOR, compressed when that helps. Every length is checked before it is believed.

use crate::limits::Limited;
use crate::message::{ToDevice, ToRelay};
use minicbor::{Decode, Decoder, Encode};

/// The payload is LZ4, preceded by its raw length (u32, little endian).
const LZ4: u8 = 1;
/// The payload is raw DEFLATE, preceded by its raw length (u32, little endian). Since protocol 2, for cards.
const DEFLATE: u8 = 2;
/// Nearly as small as the best, at a quarter of the time.
const EFFORT: u8 = 4;
/// Below this, compression costs more than it saves.
const WORTH_COMPRESSING: usize = 256;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    #[error("the frame is larger than the limit")]
    FrameTooLarge,
    #[error("the message is larger than the limit once decompressed")]
    MessageTooLarge,
    #[error("the frame uses flags this build does not know")]
    UnknownFlags,
    #[error("the frame is not a message")]
    Malformed,
    #[error("bytes follow the end of the message")]
    TrailingBytes,
    #[error("a list is longer than the limit")]
    TooMany,
    #[error("a change is larger than the limit")]
    ChangeTooLarge,
    #[error("a string is longer than the limit")]
    StringTooLong,
}

impl CodecError {
    pub const fn code(self) -> &'static str {
        match self {
            Self::FrameTooLarge => "frame_too_large",
            Self::MessageTooLarge => "message_too_large",
            Self::UnknownFlags => "unknown_flags",
            Self::Malformed => "malformed_frame",
            Self::TrailingBytes => "trailing_bytes",
            Self::TooMany => "too_many",
            Self::ChangeTooLarge => "change_too_large",
            Self::StringTooLong => "string_too_long",
        }
    }
}

pub fn encode<T: Encode<()> + Limited>(message: &T) -> Result<Vec<u8>, CodecError> {
    framed(message, |raw| compressed(raw).unwrap_or_else(|| plain(raw)))
}

/// For what is large and alike, as cards are: a third of what [`encode`] makes of it.
pub fn encode_small<T: Encode<()> + Limited>(message: &T) -> Result<Vec<u8>, CodecError> {
    framed(message, deflated)
}

fn framed<T: Encode<()> + Limited>(message: &T, pack: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Vec<u8>, CodecError> {
    message.check()?;
    let raw = minicbor::to_vec(message).map_err(|_| CodecError::Malformed)?;
    if raw.len() > T::MOST_RAW {
        return Err(CodecError::MessageTooLarge);
    }
    let frame = pack(&raw);
    if frame.len() > T::MOST_FRAME { Err(CodecError::FrameTooLarge) } else { Ok(frame) }
}

pub fn decode_to_relay(frame: &[u8]) -> Result<ToRelay, CodecError> {
    decode(frame)
}

pub fn decode_to_device(frame: &[u8]) -> Result<ToDevice, CodecError> {
    decode(frame)
}

fn decode<T: for<'b> Decode<'b, ()> + Limited>(frame: &[u8]) -> Result<T, CodecError> {
    if frame.len() > T::MOST_FRAME {
        return Err(CodecError::FrameTooLarge);
    }
    match frame.split_first() {
        Some((&0, raw)) => parse(raw),
        Some((&LZ4, packed)) => parse(&decompressed(packed, T::MOST_RAW, unpack_lz4)?),
        Some((&DEFLATE, packed)) => parse(&decompressed(packed, T::MOST_RAW, unpack_deflate)?),
        Some(_) => Err(CodecError::UnknownFlags),
        None => Err(CodecError::Malformed),
    }
}

fn parse<T: for<'b> Decode<'b, ()> + Limited>(raw: &[u8]) -> Result<T, CodecError> {
    if raw.len() > T::MOST_RAW {
        return Err(CodecError::MessageTooLarge);
    }
    let mut decoder = Decoder::new(raw);
    let message: T = decoder.decode().map_err(|_| CodecError::Malformed)?;
    if decoder.position() != raw.len() {
        return Err(CodecError::TrailingBytes);
    }
    message.check()?;
    Ok(message)
}

fn plain(raw: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(1 + raw.len());
    frame.push(0);
    frame.extend_from_slice(raw);
    frame
}

fn compressed(raw: &[u8]) -> Option<Vec<u8>> {
    if raw.len() <= WORTH_COMPRESSING {
        return None;
    }
    let packed = packed(LZ4, raw, &lz4_flex::block::compress(raw));
    (packed.len() <= raw.len()).then_some(packed)
}

fn deflated(raw: &[u8]) -> Vec<u8> {
    let packed = packed(DEFLATE, raw, &miniz_oxide::deflate::compress_to_vec(raw, EFFORT));
    if packed.len() <= raw.len() { packed } else { plain(raw) }
}

fn packed(flag: u8, raw: &[u8], block: &[u8]) -> Vec<u8> {
    // A message is far shorter than four gigabytes.
    let length = u32::try_from(raw.len()).unwrap_or(u32::MAX);
    let mut frame = Vec::with_capacity(5 + block.len());
    frame.push(flag);
    frame.extend_from_slice(&length.to_le_bytes());
    frame.extend_from_slice(block);
    frame
}

/// The claimed length is checked before anything of that size is allocated.
fn decompressed(
    packed: &[u8],
    most: usize,
    unpack: fn(&[u8], &mut [u8]) -> Option<usize>,
) -> Result<Vec<u8>, CodecError> {
    let (length, block) = packed.split_first_chunk::<4>().ok_or(CodecError::Malformed)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| CodecError::MessageTooLarge)?;
    if length > most {
        return Err(CodecError::MessageTooLarge);
    }
    let mut raw = vec![0; length];
    if unpack(block, &mut raw) == Some(length) { Ok(raw) } else { Err(CodecError::Malformed) }
}

fn unpack_lz4(block: &[u8], raw: &mut [u8]) -> Option<usize> {
    lz4_flex::block::decompress_into(block, raw).ok()
}

fn unpack_deflate(block: &[u8], raw: &mut [u8]) -> Option<usize> {
    miniz_oxide::inflate::decompress_slice_iter_to_slice(raw, core::iter::once(block), false, true).ok()
}
