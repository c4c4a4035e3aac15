//! What the loop asks of the worker, as plain objects: `{output: "wake_at", at}`.

use serde::{Serialize, Serializer};
use tapak_engine::device::{Output, Topic};

#[derive(Serialize)]
#[serde(tag = "output", rename_all = "snake_case")]
pub(crate) enum Told<'a> {
    Connect,
    Send {
        #[serde(serialize_with = "as_bytes")]
        frame: &'a [u8],
    },
    Disconnect,
    WakeAt {
        at: u64,
    },
    Touched {
        topics: Vec<&'static str>,
    },
}

pub(crate) fn all(outputs: &[Output]) -> Vec<Told<'_>> {
    outputs.iter().filter_map(told).collect()
}

fn told(output: &Output) -> Option<Told<'_>> {
    match output {
        Output::Connect => Some(Told::Connect),
        Output::Send(frame) => Some(Told::Send { frame }),
        Output::Disconnect => Some(Told::Disconnect),
        Output::WakeAt(at) => Some(Told::WakeAt { at: *at }),
        Output::Touched(topics) => Some(Told::Touched { topics: topics.iter().copied().map(Topic::code).collect() }),
        // Handed straight back to whoever gave the command.
        Output::Answer { .. } => None,
    }
}

fn as_bytes<S: Serializer>(frame: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(frame)
}
