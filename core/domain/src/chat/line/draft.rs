//! An order line while its parts are still coming in.

use std::ops::Range;

use super::catalogue::Hit;
use crate::values::Size;

#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    pub(super) product: Option<(Hit, Range<usize>)>,
    pub(super) colour: Option<Range<usize>>,
    /// A word stood behind the colour: what comes after it is the colour of something else.
    pub(super) colour_ended: bool,
    pub(super) size: Option<(Option<Size>, Range<usize>)>,
    pub(super) count: Option<(u32, Range<usize>)>,
    /// Words before the first part that is understood: perhaps a product the catalogue does not have.
    pub(super) words: Vec<Range<usize>>,
    /// Whether `yg` stood where the product would.
    pub(super) ellipsis: bool,
    /// Every token range that belongs to the line, in sequence.
    pub(super) ranges: Vec<Range<usize>>,
}

impl Draft {
    /// Nothing yet that would tell one line from another.
    pub(super) fn is_open(&self) -> bool {
        self.product.is_none() && self.colour.is_none() && self.size.is_none()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.is_open() && self.count.is_none() && self.words.is_empty()
    }
}
