//! A history of changes, each made to follow the one before: loaded at once and one by one, and read by every noun.

use tapak_document::{ChangeInfo, Document};
use tapak_domain::contact::Contact;
use tapak_domain::order::{Order, standing};
use tapak_domain::product::Product;
use tapak_domain::recap::Recap;
use tapak_domain::statement::Statement;
use tapak_domain::tariff::Tariff;
use tapak_domain::{Authority, DeviceId, Noun, Record, Role};
use uuid::Uuid;

use crate::seal;

/// Changes of one history, each with its length before it.
const MOST_CHANGES: usize = 16;

/// Everybody owns the shop, so that no fact is passed over.
struct Everybody;

impl Authority for Everybody {
    fn role_of(&self, _: DeviceId) -> Option<Role> {
        Some(Role::Owner)
    }
}

pub(super) fn merge(bytes: &[u8]) {
    let history = linked(&split(bytes));
    let mut grown = Document::new(Uuid::nil());
    let mut taken = Vec::new();
    for bytes in &history {
        let Ok(info) = ChangeInfo::parse(bytes) else { continue };
        if grown.admit([info.clone()]).is_ok() {
            assert!(grown.has(info.hash), "what was taken in is there");
            taken.push((bytes.as_slice(), info));
        }
    }
    look_through(&grown);
    again(&grown, &taken);
}

/// The same changes once more change nothing; all at once, or folded and opened, they make the same record.
fn again(grown: &Document, taken: &[(&[u8], ChangeInfo)]) {
    let mut twice = grown.clone();
    let once_more = twice.admit(taken.iter().map(|(_, info)| info.clone()));
    assert_eq!(once_more, Ok(()));
    assert_eq!(twice.record(), grown.record(), "a change counts once");
    let loaded = Document::load(Uuid::nil(), taken.iter().map(|(bytes, _)| *bytes));
    assert_eq!(loaded.and_then(|document| document.record()), grown.record(), "in one go or one by one");
    if !taken.is_empty() {
        let opened = Document::open(Uuid::nil(), &grown.fold(), []);
        assert_eq!(opened.and_then(|document| document.record()), grown.record(), "folded and opened");
    }
}

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut changes = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<2>().filter(|_| changes.len() < MOST_CHANGES) {
        let length = usize::from(u16::from_le_bytes(*length)).min(after.len());
        let (change, after) = after.split_at(length);
        changes.push(change);
        rest = after;
    }
    changes
}

/// A mutation changes a hash, and with it what the next change has to name.
fn linked(changes: &[&[u8]]) -> Vec<Vec<u8>> {
    let mut history: Vec<Vec<u8>> = Vec::new();
    let mut parent = None;
    for change in changes {
        let bytes = parent.map_or_else(|| seal::change(change), |parent| seal::on_top_of(parent, change));
        parent = ChangeInfo::parse(&bytes).map(|info| info.hash.0).ok().or(parent);
        history.push(bytes);
    }
    history
}

/// Everything a screen or the relay would ask of a document that holds a stranger's changes.
pub(super) fn look_through(document: &Document) {
    let facts = document.fact_changes();
    assert!(facts.values().all(|hash| document.has(*hash)));
    if let Ok(record) = document.record() {
        open(record);
    }
}

fn open(record: Record) {
    match record.noun {
        Noun::Order => open_order(&Order::new(record)),
        Noun::Contact => drop(Contact::new(record).draft()),
        Noun::Product => drop(Product::new(record)),
        Noun::Tariff => drop(Tariff::new(record)),
        Noun::Recap => drop(Recap::new(&record, &Everybody).title()),
        Noun::Shop => {}
        Noun::Statement => drop(Statement::new(&record, &Everybody)),
    }
}

fn open_order(order: &Order) {
    let sums = (order.pairs(), order.subtotal(), order.total());
    let texts = (order.contents(), order.missing(), order.draft(), order.address.one_line());
    drop((sums, texts, standing(order, &Everybody)));
}
