//! Spots gathered into drafts: a part that is already there begins another line.

use std::ops::Range;

use super::catalogue::Hit;
use super::draft::Draft;
use super::number::{is_near_size, is_size};
use super::scan::{Part, Spot};
use crate::values::Size;

/// Words between a count and what it counts, at most.
const NEAR: usize = 4;

#[derive(Debug, Default)]
struct Folder {
    done: Vec<Draft>,
    draft: Draft,
    /// Nothing was read since the last pause.
    fresh: bool,
    /// `yg` was read and no part since.
    ellipsis: bool,
}

pub(super) fn fold(spots: Vec<Spot>) -> Vec<Draft> {
    let mut folder = Folder { fresh: true, ..Folder::default() };
    let next_parts: Vec<_> = spots.iter().skip(1).map(|spot| Some(spot.part.clone())).chain([None]).collect();
    for (spot, next) in spots.into_iter().zip(next_parts) {
        folder.add(spot, next.as_ref());
    }
    folder.close();
    folder.done
}

impl Folder {
    fn add(&mut self, spot: Spot, next: Option<&Part>) {
        let Spot { part, range } = spot;
        match part {
            Part::Pause => self.fresh = true,
            Part::Next => {
                self.close();
                self.fresh = true;
            }
            Part::Colon => self.lead(),
            Part::Ellipsis => self.elide(),
            Part::Word => self.word(&range),
            Part::Product(hit) => self.product(hit, &range),
            Part::Colour => self.colour(&range, next),
            Part::Size(size) => self.size(size, &range),
            Part::Bare(number) => self.bare(number, &range, next),
            Part::Count(count) => self.count(count, &range, next),
            Part::Each(count) => self.each(count, &range),
        }
    }

    /// A number nobody named: a size where one fits, a size we do not make where one is wanted, else a count.
    fn bare(&mut self, number: u32, range: &Range<usize>, next: Option<&Part>) {
        let wanted = self.draft.size.is_none() && !self.draft.is_open();
        if is_size(number) || (wanted && is_near_size(number)) {
            self.size(Size::new(number.into()).ok(), range);
        } else {
            self.count(number, range, next);
        }
    }

    fn product(&mut self, hit: Hit, range: &Range<usize>) {
        self.open_if(self.draft.product.is_some() || (self.fresh && self.leans()) || self.counts_something_else(range));
        self.draft.product = Some((hit, range.clone()));
        self.keep(range);
    }

    /// `3 pasang ya: kelana 40, …` counts the whole list, and the first of it no more than the others.
    fn lead(&mut self) {
        if self.draft.is_open() && self.draft.count.take().is_some() {
            self.draft.ranges.clear();
        }
    }

    /// A draft that took its product from the line before, so that a product after it begins a line of its own.
    fn leans(&self) -> bool {
        !self.draft.is_open() && self.done.iter().any(|line| line.product.is_some())
    }

    /// `3 paket ya kak, …`: a count far before the first part of a line is of something else.
    fn counts_something_else(&self, range: &Range<usize>) -> bool {
        let far = |(_, count): &(u32, Range<usize>)| count.end + NEAR < range.start;
        self.draft.is_open() && self.draft.count.as_ref().is_some_and(far)
    }

    fn word(&mut self, range: &Range<usize>) {
        self.fresh = false;
        self.open_if(self.draft.size.is_some());
        self.draft.colour_ended = self.draft.colour.is_some();
        if self.draft.is_open() {
            self.draft.words.push(range.clone());
        }
    }

    fn colour(&mut self, range: &Range<usize>, next: Option<&Part>) {
        // `41 selusin, coklat 42`: a line that is whole does not take its colour from the one behind the comma.
        let sized = matches!(next, Some(Part::Size(_) | Part::Bare(_)));
        let whole = self.fresh && sized && self.draft.size.is_some() && self.draft.count.is_some();
        let another = self.draft.colour.is_some() && self.draft.size.is_some();
        self.open_if(another || whole || self.counts_something_else(range));
        let first = self.draft.colour.clone().unwrap_or(range.clone());
        // `hitam coklat` and `hitam-coklat` are one colour; in `hitam, sol putih` the second is of something else.
        if self.draft.colour_ended {
            return;
        }
        self.draft.colour = Some(first.start..range.end);
        self.keep(range);
    }

    fn size(&mut self, size: Option<Size>, range: &Range<usize>) {
        self.open_if(self.draft.size.is_some());
        self.draft.size = Some((size, range.clone()));
        self.keep(range);
    }

    /// `2 rimba coklat` after a pause counts what follows; everywhere else a count belongs to what came before.
    fn count(&mut self, count: u32, range: &Range<usize>, next: Option<&Part>) {
        let ahead = self.fresh && matches!(next, Some(Part::Product(_) | Part::Colour | Part::Ellipsis));
        self.open_if(self.draft.count.is_some() || (ahead && !self.draft.is_open()));
        self.draft.count = Some((count, range.clone()));
        self.keep(range);
    }

    /// Counts the line it ends and every line before it that has no count yet.
    fn each(&mut self, count: u32, range: &Range<usize>) {
        self.close();
        let uncounted = self.done.iter_mut().rev().take_while(|line| line.count.is_none());
        for (place, line) in uncounted.enumerate() {
            line.count = Some((count, range.clone()));
            if place == 0 {
                line.ranges.push(range.clone());
            }
        }
        self.fresh = true;
    }

    fn elide(&mut self) {
        self.ellipsis = true;
        if self.draft.is_open() {
            self.draft.words.clear();
        }
    }

    fn keep(&mut self, range: &Range<usize>) {
        self.fresh = false;
        self.draft.ellipsis |= std::mem::take(&mut self.ellipsis);
        self.draft.ranges.push(range.clone());
    }

    fn open_if(&mut self, another: bool) {
        if another {
            self.close();
        }
    }

    fn close(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        if draft.is_empty() {
            return;
        }
        // `rimba hitam 39, tolong dua pasang`: a count with nothing of its own counts the line before it.
        match (self.done.last_mut(), draft.count.clone()) {
            (Some(last), Some(count)) if draft.is_open() && last.count.is_none() => {
                last.count = Some(count);
                last.ranges.extend(draft.ranges);
            }
            _ => self.done.push(draft),
        }
    }
}
