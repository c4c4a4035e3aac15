//! `behind`: a device that had everything is away while others take orders, and comes back.

use crate::cli::{Behind, Work};
use crate::contest;
use crate::fault::Fault;
use crate::step::{CREATE, FRESH, Orders, Step};

const MEANWHILE: Step =
    Step { name: "others work on", work: Work::Create, folder: "first", is_new: false, cold: false, digits: 2 };
const BACK: Step =
    Step { name: "back again", work: Work::Find, folder: "second", is_new: false, cold: false, digits: 4 };
/// With being taken that is six changes an order.
const EDITS: usize = 5;

pub(crate) fn run(asked: &Behind) -> Result<(), Fault> {
    let before = Orders::first(asked.documents);
    let after = Orders { from: before.to, to: before.to + asked.missed, edits: EDITS };
    contest::run(&[(CREATE, before), (FRESH, before), (MEANWHILE, after), (BACK, after)], asked.peers)
}
