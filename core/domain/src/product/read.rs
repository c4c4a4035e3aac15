//! A product read from its record; reading never fails.

use super::ProductDraft;
use crate::order::attach::attached;
use crate::policy::{Authority, counts};
use crate::record::{Noun, Record};
use crate::values::{Rupiah, Size};

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub record: Record,
    pub name: String,
    pub colours: Vec<String>,
    /// The sizes it is made in, smallest first.
    pub sizes: Vec<Size>,
    pub price: Option<Rupiah>,
    pub weight_grams: u32,
}

impl Product {
    pub fn new(record: Record) -> Self {
        Self {
            name: record.get("name"),
            colours: record.get("colours"),
            sizes: whole_run_if_none(record.get("sizes")),
            price: record.get("price"),
            weight_grams: record.get("weight_grams"),
            record,
        }
    }

    /// No longer sold: the latest that counts of what was said about it.
    pub fn is_retired(&self, authority: &dyn Authority) -> bool {
        let said = self.record.facts.iter().filter(|fact| ["retired", "restored"].contains(&fact.kind.as_str()));
        let mut counting = said.filter(|fact| counts(authority, Noun::Product, fact));
        counting.next_back().is_some_and(|fact| fact.kind == "retired")
    }

    /// The file that shows what it looks like: the latest that counts.
    pub fn picture(&self, authority: &dyn Authority) -> Option<&str> {
        let counting = self.record.facts.iter().rev().filter(|fact| counts(authority, Noun::Product, fact));
        counting.filter_map(attached).map(|(file, _)| file).next()
    }

    /// The product as a form to revise.
    pub fn draft(&self) -> ProductDraft {
        ProductDraft {
            name: self.name.clone(),
            colours: self.colours.clone(),
            sizes: self.sizes.iter().map(Size::to_string).collect(),
            price: self.price.map(|price| price.to_string()).unwrap_or_default(),
            weight_grams: if self.weight_grams == 0 { String::new() } else { self.weight_grams.to_string() },
        }
    }
}

/// Products from before size runs, and most others, come in all sizes.
pub(super) fn whole_run_if_none(sizes: Vec<Size>) -> Vec<Size> {
    if sizes.is_empty() { Size::all().collect() } else { sizes }
}
