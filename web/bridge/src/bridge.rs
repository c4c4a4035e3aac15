//! The class `Core` as the worker holds it: each method is one input of the device loop.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use tapak_engine::command::Outcome;
use tapak_engine::device::{Device, Input, Output};
use tapak_engine::view::Query;
use tapak_engine::{FileHash, Places};
use uuid::Uuid;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::open::{self, Options};
use crate::{output, value};

/// One device of one shop. `now` is `Date.now()` throughout.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    device: Device,
    outputs: Vec<Output>,
}

#[wasm_bindgen]
impl Core {
    /// Opens the database in the browser's private files.
    pub async fn open(options: Options) -> Result<Self, JsError> {
        let mut core = Self { device: open::device(&options).await?, outputs: Vec::new() };
        core.told(Input::Start, options.now());
        Ok(core)
    }

    /// Another one, in memory and of another shop: see [`Device::understudy`].
    pub fn understudy(now: f64) -> Result<Self, JsError> {
        let device = Device::understudy(value::milliseconds(now)).map_err(|fault| JsError::new(fault.code()))?;
        Ok(Self { device, outputs: Vec::new() })
    }

    /// Answers how the command ended; the same id again answers the same.
    pub fn command(&mut self, id: &str, command: &JsValue, now: f64) -> Result<JsValue, JsError> {
        let input = Input::Command { id: Uuid::parse_str(id)?, command: value::read(command)? };
        match self.told(input, now) {
            Some(outcome) => value::write(&outcome),
            None => Err(JsError::new("unanswered")),
        }
    }

    /// Throws the code of the fault when the database cannot be read.
    pub fn view(&mut self, query: &JsValue, now: f64) -> Result<JsValue, JsError> {
        let query: Query = value::read(query)?;
        let view = self.device.view(&query, value::milliseconds(now));
        value::write(&view.map_err(|fault| JsError::new(fault.code()))?)
    }

    /// The kecamatan of the country, as the app ships them. Throws when they are not what they should be.
    pub fn know_places(&mut self, text: &str) -> Result<(), JsError> {
        self.device.know_places(Arc::new(Places::load(text)?));
        Ok(())
    }

    pub fn pair(&mut self, code: String, person: String, device_name: String, now: f64) {
        self.told(Input::Pair { code, person, device_name }, now);
    }

    /// The record the person has open now; none when it was closed.
    pub fn look(&mut self, record: Option<String>, now: f64) -> Result<(), JsError> {
        let record = record.map(|id| Uuid::parse_str(&id)).transpose()?;
        self.told(Input::Look { record }, now);
        Ok(())
    }

    /// A little housekeeping, in a quiet moment; true when there is more of it.
    pub fn tidy(&mut self, now: f64) -> Result<bool, JsError> {
        self.device.tidy(value::milliseconds(now)).map_err(|fault| JsError::new(fault.code()))
    }

    pub fn socket_opened(&mut self, now: f64) {
        self.told(Input::Opened, now);
    }

    /// All that came meanwhile, in one transaction.
    pub fn socket_frames(&mut self, frames: Vec<Uint8Array>, now: f64) {
        self.told_all(frames.into_iter().map(|frame| Input::Frame(frame.to_vec())).collect(), now);
    }

    pub fn socket_closed(&mut self, now: f64) {
        self.told(Input::Closed, now);
    }

    pub fn online(&mut self, now: f64) {
        self.told(Input::Online, now);
    }

    pub fn tick(&mut self, now: f64) {
        self.told(Input::Tick, now);
    }

    /// Keeps a photo on this device before anything else; answers with its name, or nothing when it cannot be one.
    pub fn keep_file(&mut self, bytes: &[u8], now: f64) -> Result<Option<String>, JsError> {
        let kept = self.device.keep_file(bytes, value::milliseconds(now));
        Ok(kept.map_err(|fault| JsError::new(fault.code()))?.map(|hash| hash.to_string()))
    }

    /// All of a file, if it is here.
    pub fn file(&self, name: &str) -> Result<Option<Vec<u8>>, JsError> {
        let Some(hash) = FileHash::from_hex(name) else { return Ok(None) };
        self.device.file(hash).map_err(|fault| JsError::new(fault.code()))
    }

    pub fn fetch_file(&mut self, name: &str, now: f64) {
        if let Some(hash) = FileHash::from_hex(name) {
            self.told(Input::FetchFile { file: hash.to_bytes() }, now);
        }
    }

    /// What the host has to do since it last asked, in this sequence.
    pub fn take_outputs(&mut self) -> Result<Array, JsValue> {
        output::all(&std::mem::take(&mut self.outputs))
    }
}

impl Core {
    /// Keeps the outputs for [`Core::take_outputs`], but for the answer, which goes straight back to its caller.
    fn told(&mut self, input: Input, now: f64) -> Option<Outcome> {
        self.told_all(vec![input], now)
    }

    fn told_all(&mut self, inputs: Vec<Input>, now: f64) -> Option<Outcome> {
        let outputs = self.device.handle(inputs, value::milliseconds(now));
        let mut answer = None;
        for output in outputs {
            if let Output::Answer { outcome, .. } = output {
                answer = Some(outcome);
            } else {
                self.outputs.push(output);
            }
        }
        answer
    }
}
