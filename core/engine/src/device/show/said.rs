//! What changes said that were held back or set aside, from what is kept of them to what a screen shows.

use tapak_domain::{Fact, Noun};
use uuid::Uuid;

use super::happening::happening;
use crate::describe::{self, Said};
use crate::view::said::SaidRow;

pub(super) fn read(noun: &str, kept: &str) -> Vec<SaidRow> {
    match describe::read(kept) {
        Some(said) => said.into_iter().map(|said| row(noun, said)).collect(),
        None if kept.is_empty() => Vec::new(),
        None => vec![SaidRow::Plain { text: kept.to_owned() }],
    }
}

fn row(noun: &str, said: Said) -> SaidRow {
    match said {
        Said::Field { field, value } => SaidRow::Filled { field, value },
        Said::Fact { kind, data } => {
            let fact = Fact { id: Uuid::nil(), kind, at: tapak_domain::Stamp::default(), by: nobody(), data };
            let what = happening(&fact).filter(|_| noun == Noun::Order.code());
            what.map_or(SaidRow::Stated { kind: fact.kind }, |what| SaidRow::Happened { what })
        }
    }
}

fn nobody() -> tapak_domain::DeviceId {
    tapak_domain::DeviceId(Uuid::nil())
}
