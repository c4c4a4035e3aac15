//! The cells of a grid, colours by sizes, as typed and as stated: only what was filled in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::colour_key;
use crate::form::text;
use crate::product::{NAME, Product};
use crate::record::Fact;
use crate::refusal::{Refusal, note};
use crate::values::Size;

/// Most pairs we would believe in one cell.
const MOST: u32 = 9_999;

/// One cell of the grid as typed; an empty one says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct CellDraft {
    pub colour: String,
    pub size: String,
    pub count: String,
}

/// Pairs by colour (as stock tells it from others) and size. A cell is in it once, whatever was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cells(BTreeMap<String, BTreeMap<String, i64>>);

impl Cells {
    /// What cannot be is left out: sizes of a newer app, and numbers nobody could have typed.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Size, i64)> {
        let sized = self.0.iter().flat_map(|(colour, sizes)| sizes.iter().map(move |(size, n)| (colour, size, n)));
        let possible = sized.filter(|(.., pairs)| pairs.unsigned_abs() <= u64::from(MOST));
        possible.filter_map(|(colour, size, n)| Some((colour.as_str(), Size::parse(size).ok()?, *n)))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn pairs(&self) -> i64 {
        self.iter().map(|(.., n)| n).sum()
    }

    /// False when the cell was filled before.
    pub fn put(&mut self, colour: &str, size: Size, pairs: i64) -> bool {
        self.0.entry(colour_key(colour)).or_default().insert(size.to_string(), pairs).is_none()
    }
}

/// A cell that was filled in, with its place among those typed.
pub(super) struct Typed {
    pub(super) index: usize,
    pub(super) colour: String,
    pub(super) size: Size,
    pub(super) pairs: u32,
}

impl Typed {
    pub(super) fn refuse(&self, code: &'static str) -> Refusal {
        at(self.index, code)
    }
}

/// Reads the cells that were filled in. `least` is 0 where nothing is a number too: on a shelf, but not in a delivery.
pub(super) fn fill(drafts: &[CellDraft], least: u32) -> (Vec<Typed>, Vec<Refusal>) {
    let mut problems = Vec::new();
    let filled = drafts.iter().enumerate().filter(|(_, draft)| !draft.count.trim().is_empty());
    let typed = filled.filter_map(|(index, draft)| read(&mut problems, index, draft, least)).collect();
    (typed, problems)
}

fn read(problems: &mut Vec<Refusal>, index: usize, draft: &CellDraft, least: u32) -> Option<Typed> {
    let field = format!("cells.{index}.count");
    let colour = text(problems, &field, &draft.colour, NAME);
    let size = note(problems, &field, Size::parse(&draft.size).map_err(|e| e.code()))?;
    let pairs = note(problems, &field, pairs(&draft.count, least))?;
    Some(Typed { index, colour, size, pairs })
}

fn pairs(typed: &str, least: u32) -> Result<u32, &'static str> {
    let typed = typed.trim();
    if typed.bytes().any(|byte| !byte.is_ascii_digit()) {
        return Err("stock.not_a_number");
    }
    typed.parse().ok().filter(|pairs| (least..=MOST).contains(pairs)).ok_or("stock.out_of_range")
}

fn at(index: usize, code: &'static str) -> Refusal {
    Refusal::at(format!("cells.{index}.count"), code)
}

/// The cells as they are stated. One that was typed twice, or that the product never had, is refused.
pub(super) fn gather(product: &Product, typed: &[Typed], problems: &mut Vec<Refusal>) -> Cells {
    let mut cells = Cells::default();
    for cell in typed {
        if !cells.put(&cell.colour, cell.size, i64::from(cell.pairs)) {
            problems.push(cell.refuse("stock.cell_twice"));
        }
        if !had(product, &colour_key(&cell.colour)) {
            problems.push(cell.refuse("stock.colour_unknown"));
        }
    }
    cells
}

/// The product comes in this colour, or did: what is left of it is counted, too. One without colours has a single row.
fn had(product: &Product, colour: &str) -> bool {
    let colours = &product.colours;
    let counted = |fact: &Fact| fact.data.get("counts").and_then(|counts| counts.get(colour)).is_some();
    colours.iter().any(|known| colour_key(known) == colour)
        || (colours.is_empty() && colour.is_empty())
        || product.record.facts.iter().any(counted)
}
