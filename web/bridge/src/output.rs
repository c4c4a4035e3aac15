//! What the loop asks of the worker, as plain objects: `{output: "wake_at", at}`.

use std::collections::BTreeSet;

use js_sys::{Array, Object, Reflect, Uint8Array};
use tapak_engine::device::{Output, Topic};
use wasm_bindgen::JsValue;

pub(crate) fn all(outputs: &[Output]) -> Result<Array, JsValue> {
    outputs.iter().filter_map(told).collect()
}

fn told(output: &Output) -> Option<Result<JsValue, JsValue>> {
    match output {
        Output::Connect => Some(object("connect", None)),
        Output::Send(frame) => Some(object("send", Some(("frame", Uint8Array::from(frame.as_slice()).into())))),
        Output::Disconnect => Some(object("disconnect", None)),
        Output::WakeAt(at) => Some(object("wake_at", Some(("at", number(*at))))),
        Output::Touched(topics) => Some(object("touched", Some(("topics", codes(topics))))),
        // Handed straight back to whoever gave the command.
        Output::Answer { .. } => None,
    }
}

fn object(output: &str, with: Option<(&str, JsValue)>) -> Result<JsValue, JsValue> {
    let object = Object::new();
    Reflect::set(&object, &"output".into(), &output.into())?;
    if let Some((name, value)) = with {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object.into())
}

fn codes(topics: &BTreeSet<Topic>) -> JsValue {
    topics.iter().map(|topic| JsValue::from(topic.code())).collect::<Array>().into()
}

#[expect(clippy::cast_precision_loss, reason = "a number holds every millisecond of the next 280,000 years")]
fn number(at: u64) -> JsValue {
    JsValue::from(at as f64)
}
