//! Values over the border, as JSON: one crossing for a whole view, and the code for it is in the core anyway.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(text: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = JSON)]
    fn stringify(value: &JsValue) -> String;
}

pub(crate) fn read<T: DeserializeOwned>(value: &JsValue) -> Result<T, JsError> {
    Ok(serde_json::from_slice(stringify(value).as_bytes())?)
}

pub(crate) fn write<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(parse(&serde_json::to_string(value)?))
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
