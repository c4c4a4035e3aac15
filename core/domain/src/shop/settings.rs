//! How the shop is set up: where buyers transfer to, who sends the parcels, what is written to buyers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::record::Fact;

/// An account buyers transfer to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct BankAccount {
    pub bank: String,
    pub number: String,
    pub holder: String,
}

/// Who sends a parcel that goes out in nobody else's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct Sender {
    pub name: String,
    pub phone: String,
    pub address: String,
}

/// One thing the owner sets. What was said of it before no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "what", content = "value", rename_all = "snake_case")]
pub enum Setting {
    /// The first one is proposed.
    Accounts(Vec<BankAccount>),
    Sender(Sender),
    TotalanTemplate(String),
    TrackingTemplate(String),
    /// By courier's code: where a parcel is followed, with `{resi}` for its number.
    TrackingLinks(BTreeMap<String, String>),
    /// How long a buyer has to transfer.
    DeadlineHours(u32),
}

const TOTALAN: &str = "\
Totalan {no} — {nama}
{baris}
Diskon: {diskon}
Ongkir {kurir} {layanan} ({berat} kg): {ongkir}
TOTAL TRANSFER: *{total}* (sudah termasuk kode unik {kode}, mohon persis)
{bank} {rekening} a.n. {pemilik} — sebelum {batas} WIB
Alamat: {alamat}. Sudah benar? Balas dengan bukti transfer ya, Kak.";
const TRACKING: &str = "Pesanan {no} sudah dikirim via {kurir}. Resi: {resi}. Lacak: {tautan}";
/// Follows parcels of every courier.
const TRACKING_LINK: &str = "https://cekresi.com/?noresi={resi}";
const DEADLINE_HOURS: u32 = 24;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub accounts: Vec<BankAccount>,
    pub sender: Sender,
    pub totalan_template: String,
    pub tracking_template: String,
    pub tracking_links: BTreeMap<String, String>,
    pub deadline_hours: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            accounts: Vec::new(),
            sender: Sender::default(),
            totalan_template: TOTALAN.to_owned(),
            tracking_template: TRACKING.to_owned(),
            tracking_links: BTreeMap::new(),
            deadline_hours: DEADLINE_HOURS,
        }
    }
}

impl Settings {
    /// What a newer app set, or what does not read, stays as it was.
    pub(super) fn take(&mut self, fact: &Fact) {
        let Ok(setting) = serde_json::from_value(serde_json::Value::Object(fact.data.clone())) else { return };
        match setting {
            Setting::Accounts(accounts) => self.accounts = accounts,
            Setting::Sender(sender) => self.sender = sender,
            Setting::TotalanTemplate(template) => self.totalan_template = template,
            Setting::TrackingTemplate(template) => self.tracking_template = template,
            Setting::TrackingLinks(links) => self.tracking_links = links,
            Setting::DeadlineHours(hours) => self.deadline_hours = hours,
        }
    }

    /// By number; the first one when none is named.
    pub fn account(&self, number: &str) -> Option<&BankAccount> {
        if number.is_empty() {
            return self.accounts.first();
        }
        self.accounts.iter().find(|account| account.number == number)
    }

    pub fn tracking_link(&self, courier: &str) -> &str {
        self.tracking_links.get(courier).map_or(TRACKING_LINK, String::as_str)
    }
}
