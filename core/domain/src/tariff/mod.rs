//! A shipping tariff (ongkir): what a courier asks for one kilogram to each place, as the shop's own table says.

pub mod import;
mod price;
pub mod table;
mod weight;
pub mod withdraw;

pub use price::{Accounted, NoOffer, Offer, Priced, accounted, offers, own};
pub use weight::{Parcel, ParcelSize, ParcelSizeError, WeightRule, kilograms, rule};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::policy::{Authority, counts};
use crate::record::{Fact, Record};
use crate::values::{Courier, Rupiah};

/// What one kilogram costs to a place. Without a district it is the price for the whole regency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, String, Rupiah)", into = "(String, String, Rupiah)")]
pub struct Row {
    /// As [`crate::place::Places::regency`] writes it, or as the table had it when nothing is called so.
    pub regency: String,
    pub district: String,
    pub fee: Rupiah,
}

impl From<(String, String, Rupiah)> for Row {
    fn from((regency, district, fee): (String, String, Rupiah)) -> Self {
        Self { regency, district, fee }
    }
}

impl From<Row> for (String, String, Rupiah) {
    fn from(row: Row) -> Self {
        (row.regency, row.district, row.fee)
    }
}

/// A part of an imported table: one courier, one service, as many rows as one record holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Tariff {
    pub record: Record,
    pub courier: Option<Courier>,
    pub service: String,
    pub rows: Vec<Row>,
}

impl Tariff {
    pub fn new(record: Record) -> Self {
        Self { courier: record.get("courier"), service: record.get("service"), rows: record.get("rows"), record }
    }

    /// Which import it came with; the record itself when nobody said.
    pub fn import(&self) -> Uuid {
        let said = self.imported().and_then(|fact| Uuid::parse_str(fact.text("import")).ok());
        said.unwrap_or(self.record.id)
    }

    pub fn file(&self) -> &str {
        self.imported().map(|fact| fact.text("file")).unwrap_or_default()
    }

    /// Earlier parts for the same service that count no more for as long as this one does.
    pub fn replaces(&self) -> Vec<Uuid> {
        let named = self.imported().and_then(|fact| fact.data.get("replaces"));
        named.and_then(|named| Vec::deserialize(named).ok()).unwrap_or_default()
    }

    /// Imported by somebody who may, and not withdrawn since.
    pub fn is_in_force(&self, authority: &dyn Authority) -> bool {
        let said = |kind| self.record.facts_of(kind).any(|fact| counts(authority, self.record.noun, fact));
        said(import::IMPORTED) && !said(withdraw::WITHDRAWN)
    }

    pub fn imported(&self) -> Option<&Fact> {
        self.record.facts_of(import::IMPORTED).next()
    }
}
