//! Values over the border: plain objects, numbers as numbers, bytes as `Uint8Array`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::{JsError, JsValue};

pub(crate) fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(from_value(value)?)
}

pub(crate) fn write<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible().serialize_bytes_as_arrays(false))?)
}

/// `Date.now()` as the core counts time.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds since 1970; a clock set before that counts as 1970"
)]
pub(crate) const fn milliseconds(now: f64) -> u64 {
    now as u64
}
