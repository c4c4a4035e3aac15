//! From the product form as typed to values, each problem named by its field.

use super::ProductDraft;
use super::read::whole_run_if_none;
use crate::form::{optional, text};
use crate::refusal::{Refusal, note};
use crate::stock::colour_key;
use crate::values::{Rupiah, Size};

/// Longest name of a product or colour, in characters.
pub(crate) const NAME: usize = 60;
/// Most colours of one product: its stock must be seen on one page.
const COLOURS: usize = 24;
/// Heaviest pair we would believe.
const WEIGHT_GRAMS: u32 = 20_000;

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Filled {
    pub(super) name: String,
    pub(super) colours: Vec<String>,
    pub(super) sizes: Vec<Size>,
    pub(super) price: Option<Rupiah>,
    pub(super) weight_grams: u32,
}

pub(super) fn fill(draft: &ProductDraft) -> (Filled, Vec<Refusal>) {
    let mut problems = Vec::new();
    let p = &mut problems;
    let filled = Filled {
        name: text(p, "name", &draft.name, NAME),
        colours: fill_colours(p, &draft.colours),
        sizes: fill_sizes(p, &draft.sizes),
        price: note(p, "price", Rupiah::parse(&draft.price).map_err(|e| e.code())),
        weight_grams: optional(p, "weight_grams", &draft.weight_grams, grams).unwrap_or_default(),
    };
    if draft.name.trim().is_empty() {
        p.push(Refusal::at("name", "product.name_missing"));
    }
    (filled, problems)
}

/// A colour that is said twice is one colour: stock could not tell them apart.
fn fill_colours(problems: &mut Vec<Refusal>, typed: &[String]) -> Vec<String> {
    let mut colours: Vec<String> = Vec::new();
    for colour in typed.iter().map(|colour| text(problems, "colours", colour, NAME)) {
        let known = colours.iter().any(|other| colour_key(other) == colour_key(&colour));
        if !known && !colour.is_empty() {
            colours.push(colour);
        }
    }
    if colours.len() > COLOURS {
        problems.push(Refusal::at("colours", "product.too_many_colours"));
    }
    colours
}

fn fill_sizes(problems: &mut Vec<Refusal>, typed: &[String]) -> Vec<Size> {
    let read = |size: &String| note(problems, "sizes", Size::parse(size).map_err(|e| e.code()));
    let mut sizes: Vec<_> = typed.iter().filter_map(read).collect();
    sizes.sort_unstable();
    sizes.dedup();
    whole_run_if_none(sizes)
}

fn grams(text: &str) -> Result<u32, &'static str> {
    text.trim().parse().ok().filter(|grams| *grams <= WEIGHT_GRAMS).ok_or("product.weight_out_of_range")
}
