//! The address: where it stands, its pieces, and the places its words mean.

mod assemble;
mod choose;
mod find;
mod piece;
mod place;

use super::block::Block;
use super::field::Confidence;
use super::hint::Hint;
use super::line::Catalogue;
use super::reading::Found;
use super::regions::Regions;
use super::token::Page;
use super::words::is_stop;
use crate::values::Address;

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block], catalogue: &Catalogue<'_>) -> Option<Found<Address>> {
    let regions = Regions::new();
    let labelled = find::labelled(page, blocks);
    let formal = !labelled.is_empty();
    let extents = if formal { labelled } else { find::free(page, catalogue, &regions) };
    let pieces = piece::cut(page, &regions, &extents);
    let chosen = choose::choose(page, &regions, &pieces);
    let draft = assemble::assemble(page, &pieces, &chosen);
    if draft.address == Address::default() && chosen.doubt.is_none() {
        return None;
    }
    let hint = chosen.doubt.or(draft.doubt).or(chosen.remark);
    let talk = extents.iter().cloned().flatten().any(|at| is_stop(&page.tokens[at].word));
    let confidence = confidence(&draft.address, hint.as_ref(), chosen.weak, formal && !draft.positional && !talk);
    let spans = extents.iter().map(|extent| page.bytes(extent)).collect();
    for extent in extents {
        page.take(extent);
    }
    Some(Found { value: draft.address, spans, confidence, hint })
}

fn confidence(address: &Address, hint: Option<&Hint>, weak: bool, explicit: bool) -> Confidence {
    if weak || address.street.is_empty() || address.regency.is_empty() {
        return Confidence::Guess;
    }
    let whole = address.missing().is_empty();
    if whole && explicit && hint.is_none() { Confidence::Sure } else { Confidence::Likely }
}
