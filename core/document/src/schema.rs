//! The keys of a document and which noun has which collections.

use tapak_domain::Noun;

pub(crate) const NOUN: &str = "noun";
pub(crate) const SCHEMA: &str = "schema";
pub(crate) const FACTS: &str = "facts";

/// Raised when the meaning of a key changes; older documents stay readable.
pub(crate) const SCHEMA_VERSION: i64 = 1;

/// Keys of a fact that are not its data.
pub(crate) const FACT_KIND: &str = "kind";
pub(crate) const FACT_AT: &str = "at";
pub(crate) const FACT_BY: &str = "by";

/// Maps keyed by item id. They are made with the document, so that two devices never make the same one apart.
pub(crate) fn collections(noun: Noun) -> &'static [&'static str] {
    match noun {
        Noun::Order => &["lines"],
        Noun::Contact | Noun::Product | Noun::Shop => &[],
    }
}
