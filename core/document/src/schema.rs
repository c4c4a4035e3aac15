//! The keys of a document and which noun has which collections.

use tapak_domain::{Edit, Noun};

pub(crate) const NOUN: &str = "noun";
pub(crate) const SCHEMA: &str = "schema";
pub(crate) const FACTS: &str = "facts";

/// What an app knows of documents. Older documents stay readable; a newer one is shown as far as it goes, and not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Schema(pub(crate) i64);

impl Schema {
    pub const OLDEST: Self = Self(1);
    /// Orders may go out in another's name.
    pub const DROPSHIP: Self = Self(2);
    /// Orders have a discount, a reason for their fee, and a channel they came by; products a size run.
    pub const PIPELINE: Self = Self(3);
    /// Orders say why their address is right, and how large the box is.
    pub const PARCEL: Self = Self(4);
    pub const NEWEST: Self = Self::PARCEL;
}

impl Default for Schema {
    fn default() -> Self {
        Self::NEWEST
    }
}

/// Registers that came with a later schema. A document is of the schema its registers need, and no higher: an older app
/// goes on writing what it understands. Whoever first sets such a register raises the document with the same change; two
/// devices that do so apart both say the same, and of what they say the highest counts.
const CAME_LATER: &[(Noun, &str, Schema)] = &[
    (Noun::Order, "sender_name", Schema::DROPSHIP),
    (Noun::Order, "sender_phone", Schema::DROPSHIP),
    (Noun::Order, "hide_price", Schema::DROPSHIP),
    (Noun::Order, "discount", Schema::PIPELINE),
    (Noun::Order, "fee_reason", Schema::PIPELINE),
    (Noun::Order, "channel", Schema::PIPELINE),
    (Noun::Order, "address_reason", Schema::PARCEL),
    (Noun::Order, "parcel_size", Schema::PARCEL),
    (Noun::Product, "sizes", Schema::PIPELINE),
];

/// What these edits need.
pub(crate) fn needed(noun: Noun, edits: &[Edit]) -> Schema {
    let needs = |edit: &Edit| match edit {
        Edit::Set { field, .. } => CAME_LATER.iter().find(|(of, name, _)| *of == noun && name == field),
        Edit::Put { .. } | Edit::Remove { .. } | Edit::State(_) => None,
    };
    edits.iter().filter_map(needs).map(|(.., schema)| *schema).max().unwrap_or(Schema::OLDEST)
}

/// Keys of a fact that are not its data.
pub(crate) const FACT_KIND: &str = "kind";
pub(crate) const FACT_AT: &str = "at";
pub(crate) const FACT_BY: &str = "by";

/// Maps keyed by item id. They are made with the document, so that two devices never make the same one apart.
pub(crate) fn collections(noun: Noun) -> &'static [&'static str] {
    match noun {
        Noun::Order => &["lines"],
        Noun::Contact | Noun::Product | Noun::Tariff | Noun::Recap | Noun::Shop | Noun::Statement => &[],
    }
}
