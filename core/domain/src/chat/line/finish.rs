//! Drafts made into order lines: what is carried over, what is doubtful, and why.

use std::ops::Range;

use super::super::field::Confidence;
use super::super::hint::Hint;
use super::super::money;
use super::super::reading::{Found, LineGuess};
use super::super::spelling::as_name;
use super::super::token::Page;
use super::super::words::Words;
use super::catalogue::{Catalogue, Hit, written};
use super::draft::Draft;
use crate::values::Quantity;

/// Words before a model that is wanted, and how near they stand.
const ASKING: Words = Words("order pesan pesen psn mesen beli ambil mau mo mw minta model tipe sandal sendal yg yang");
const NEAR: usize = 4;
/// Words and marks of a model nobody has heard of, at most.
const LONGEST_NAME: usize = 6;

/// The product and colour of the line before, which an elliptical line leans on.
#[derive(Debug, Clone)]
struct Before {
    product: usize,
    colour: String,
}

pub(super) fn finish(
    page: &Page<'_>,
    catalogue: &Catalogue<'_>,
    drafts: Vec<Draft>,
    labelled: bool,
) -> Vec<Found<LineGuess>> {
    let mut before: Option<Before> = None;
    let mut lines = Vec::new();
    for draft in drafts {
        let line = Line { page, catalogue, draft: &draft, before: before.as_ref() };
        if !line.is_substantial(labelled) {
            continue;
        }
        let found = line.found();
        if let Some(product) = line.product() {
            before = Some(Before { product, colour: found.value.colour.clone() });
        }
        lines.push(found);
    }
    lines
}

struct Line<'l, 'c> {
    page: &'l Page<'l>,
    catalogue: &'l Catalogue<'c>,
    draft: &'l Draft,
    before: Option<&'l Before>,
}

impl Line<'_, '_> {
    fn is_substantial(&self, labelled: bool) -> bool {
        let draft = self.draft;
        let described = draft.size.is_some() || draft.colour.is_some() || draft.count.is_some();
        match &draft.product {
            Some((Hit::Exact(place), range)) => {
                let wanted = self.catalogue.is_unmistakable(*place) || self.is_asked_for(range);
                labelled || described || (wanted && !self.is_priced(range))
            }
            Some(_) => labelled || described,
            None if labelled => !draft.is_open() || self.may_be_a_name(),
            None if self.carried().is_some() => {
                draft.size.is_some() || (draft.colour.is_some() && draft.count.is_some())
            }
            None => draft.size.is_some() && draft.colour.is_some() && !draft.words.is_empty(),
        }
    }

    /// Words under `Pesanan` that may be a model the catalogue does not have: few, and in one piece.
    fn may_be_a_name(&self) -> bool {
        let words = self.draft.words.first().zip(self.draft.words.last()).map(|(first, last)| first.start..last.end);
        words.is_some_and(|words| words.len() <= LONGEST_NAME && self.page.is_free(words))
    }

    /// `santai aja kak` asks for no sandal called Santai.
    fn is_asked_for(&self, product: &Range<usize>) -> bool {
        let before = (0..NEAR).filter_map(|back| self.page.word_before(product.start, back));
        before.into_iter().any(|word| ASKING.has(word))
    }

    /// `Trekker X 189rb`: a price list.
    fn is_priced(&self, product: &Range<usize>) -> bool {
        let next = self.page.tokens.get(product.end).is_some_and(|token| token.is_any(&["=", ":", "-"]));
        money::at(self.page, product.end + usize::from(next)).is_some()
    }

    fn carried(&self) -> Option<&Before> {
        let nameless = self.draft.words.is_empty() || self.draft.ellipsis;
        self.before.filter(|_| self.draft.product.is_none() && nameless && !self.draft.is_open())
    }

    fn product(&self) -> Option<usize> {
        match &self.draft.product {
            Some((Hit::Exact(place) | Hit::Misspelt(place), _)) => Some(*place),
            Some((Hit::Several(_), _)) => None,
            None => self.carried().map(|before| before.product),
        }
    }

    fn found(&self) -> Found<LineGuess> {
        let (hint, confidence) = self.doubt();
        let product = self.product().and_then(|place| self.catalogue.product(place));
        let value = LineGuess {
            product: product.map(|product| product.id),
            name: product.map_or_else(|| self.name(), |product| product.name.to_owned()),
            colour: self.colour(),
            size: self.draft.size.as_ref().and_then(|(size, _)| *size),
            quantity: self.quantity().unwrap_or(Quantity::ONE),
        };
        Found { value, spans: self.spans(), confidence, hint }
    }

    fn name(&self) -> String {
        let product = self.draft.product.as_ref().map(|(_, range)| range.clone());
        let words = self.draft.words.first().zip(self.draft.words.last()).map(|(first, last)| first.start..last.end);
        let name = product.or(words).map(|range| as_name(&written(self.page, &range))).unwrap_or_default();
        name.chars().take(60).collect()
    }

    fn colour(&self) -> String {
        let Some(range) = &self.draft.colour else {
            return self.carried().map(|before| before.colour.clone()).unwrap_or_default();
        };
        let word = written(self.page, range);
        let offered = self.product().and_then(|place| self.catalogue.offered(place, &word));
        offered.map_or_else(|| word.to_lowercase(), str::to_owned)
    }

    fn quantity(&self) -> Option<Quantity> {
        self.draft.count.as_ref().and_then(|(count, _)| Quantity::new((*count).into()).ok())
    }

    /// The gravest reason to look twice, and how far the line may be trusted with it.
    fn doubt(&self) -> (Option<Hint>, Confidence) {
        let grave = self.product_doubt().or_else(|| self.size_doubt()).or_else(|| self.colour_doubt());
        if let Some(hint) = grave {
            return (Some(hint), Confidence::Guess);
        }
        let light = self.carry_doubt().or_else(|| self.misspelt_doubt()).or_else(|| self.count_doubt());
        let whole = self.draft.size.is_some() && light.is_none();
        (light, if whole { Confidence::Sure } else { Confidence::Likely })
    }

    fn product_doubt(&self) -> Option<Hint> {
        if let Some((Hit::Several(places), range)) = &self.draft.product {
            let products = places.iter().filter_map(|place| self.catalogue.product(*place));
            let products = products.map(|product| product.name.to_owned()).collect();
            return Some(Hint::ProductAmbiguous { word: written(self.page, range), products });
        }
        self.product().is_none().then(|| Hint::ProductUnknown { word: self.name() })
    }

    fn size_doubt(&self) -> Option<Hint> {
        let (size, range) = self.draft.size.as_ref()?;
        let count = self.draft.count.as_ref().filter(|_| self.quantity().is_none());
        let refused = size.is_none().then(|| Hint::SizeRefused { word: written(self.page, range) });
        refused.or_else(|| count.map(|(_, range)| Hint::QuantityRefused { word: written(self.page, range) }))
    }

    fn colour_doubt(&self) -> Option<Hint> {
        let word = written(self.page, self.draft.colour.as_ref()?);
        let product = self.product()?;
        let lists_colours = self.catalogue.product(product).is_some_and(|product| !product.colours.is_empty());
        let refused = lists_colours && self.catalogue.offered(product, &word).is_none();
        refused.then_some(Hint::ColourNotOffered { word })
    }

    fn carry_doubt(&self) -> Option<Hint> {
        self.carried()?;
        let size = self.draft.size.as_ref().map(|(_, range)| range);
        let range = self.draft.colour.as_ref().or(size)?;
        Some(Hint::ProductCarriedOver { word: written(self.page, range) })
    }

    fn misspelt_doubt(&self) -> Option<Hint> {
        match &self.draft.product {
            Some((Hit::Misspelt(_), range)) => Some(Hint::ProductMisspelt { word: written(self.page, range) }),
            _ => None,
        }
    }

    fn count_doubt(&self) -> Option<Hint> {
        match &self.draft.count {
            None => Some(Hint::QuantityAssumed),
            Some((_, range)) if self.quantity().is_none() => {
                Some(Hint::QuantityRefused { word: written(self.page, range) })
            }
            Some(_) => None,
        }
    }

    /// One span for each stretch of the line that nothing else interrupts.
    fn spans(&self) -> Vec<Range<usize>> {
        let named = self.draft.product.is_none() && self.carried().is_none();
        let words = self.draft.words.iter().filter(|_| named);
        let mut ranges: Vec<_> = words.chain(&self.draft.ranges).cloned().collect();
        ranges.sort_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match merged.last_mut().filter(|last| self.are_joined(last, &range)) {
                Some(last) => last.end = last.end.max(range.end),
                None => merged.push(range),
            }
        }
        merged.iter().map(|range| self.page.bytes(range)).collect()
    }

    fn are_joined(&self, last: &Range<usize>, next: &Range<usize>) -> bool {
        let between = last.end..next.start;
        between.is_empty()
            || (self.page.is_free(between.clone()) && between.into_iter().all(|at| !self.page.tokens[at].is_newline()))
    }
}
