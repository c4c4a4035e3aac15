//! The message cut into pieces for highlighting, each with the field it fed.

use std::ops::Range;

use serde::Serialize;

use super::field::Field;
use super::reading::Reading;

/// A piece of the message. All pieces in sequence are the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Segment<'t> {
    pub text: &'t str,
    pub field: Option<Field>,
}

impl Reading {
    /// Cuts `text`, the message this was read from, where fields of any of its orders begin and end.
    /// Where two fields claim the same words the one written first keeps them.
    pub fn segments<'t>(&self, text: &'t str) -> Vec<Segment<'t>> {
        let mut segments = Vec::new();
        let mut at = 0;
        for (span, field) in self.marked() {
            let start = span.start.max(at);
            let (Some(plain), Some(marked)) = (text.get(at..start), text.get(start..span.end)) else {
                continue;
            };
            push(&mut segments, plain, None);
            push(&mut segments, marked, Some(field));
            at = span.end;
        }
        push(&mut segments, text.get(at..).unwrap_or_default(), None);
        segments
    }

    fn marked(&self) -> Vec<(Range<usize>, Field)> {
        let told = self.orders().flat_map(Self::told);
        let mut marked: Vec<_> =
            told.flat_map(|told| told.spans.iter().map(move |span| (span.clone(), told.field))).collect();
        marked.sort_by_key(|(span, _)| (span.start, span.end));
        marked
    }
}

fn push<'t>(segments: &mut Vec<Segment<'t>>, text: &'t str, field: Option<Field>) {
    if !text.is_empty() {
        segments.push(Segment { text, field });
    }
}
