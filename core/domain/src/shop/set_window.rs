//! How long a closed order stays whole on every device.

use serde_json::json;

use super::ManageRefusal;
use super::manage::{Decided, state};
use crate::context::Context;

const LONGEST: u32 = 3_650;

pub fn decide(days: u32, context: &mut Context) -> Decided {
    if !(1..=LONGEST).contains(&days) {
        return Err(vec![ManageRefusal::Window]);
    }
    state("window_set", [("days", json!(days))], context)
}
