//! One claim in a batch, and what of it stays known when its order is erased: its figures, and nobody's name.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use uuid::fmt::Simple;

/// Longest order number that is kept, in characters.
const NUMBER: usize = 24;

/// Written as a list, without names for its parts: five hundred of them have to travel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Entry {
    /// The fact that claimed, and its order.
    pub claim: Uuid,
    pub order: Uuid,
    pub number: String,
    /// What the buyer says to have paid, and what the order came to then. Whole rupiah.
    pub amount: i64,
    pub total: i64,
    /// When it was claimed, in milliseconds since 1970 UTC.
    pub at: u64,
}

type Written = (Simple, Simple, String, i64, i64, u64);

impl From<Written> for Entry {
    fn from((claim, order, number, amount, total, at): Written) -> Self {
        Self { claim: claim.into_uuid(), order: order.into_uuid(), number, amount, total, at }
    }
}

impl From<Entry> for Written {
    fn from(entry: Entry) -> Self {
        let number = entry.number.chars().take(NUMBER).collect();
        (entry.claim.simple(), entry.order.simple(), number, entry.amount, entry.total, entry.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_written_short_and_reads_back() {
        let entry = Entry {
            claim: Uuid::from_u128(7),
            order: Uuid::from_u128(9),
            number: "B3-0142".into(),
            amount: 325_417,
            total: 325_417,
            at: 1_790_000_000_000,
        };
        let text = serde_json::to_string(&entry).unwrap();
        assert!(text.len() < 120, "{text}");
        assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), entry);
    }
}
