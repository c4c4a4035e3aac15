//! An order's row: what a list, the warehouse and a search need of it.

use tapak_domain::Record;
use tapak_domain::order::attach::attached;
use tapak_domain::order::{Order, standing};
use tapak_domain::values::Rupiah;
use tapak_store::order::OrderRow;
use tapak_store::{Store, StoreError};
use tapak_sync::FileHash;

use super::{millis, phone_words};
use crate::crew::Crew;
use crate::hex;

/// Answers with the record's title and rank.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<(String, u8), StoreError> {
    let row = row(&Order::new(record.clone()), crew);
    store.put_order(&row)?;
    store.put_file_uses(record.id, &files(record))?;
    let rank = if row.standing.is_closed() { super::LOOKED_UP } else { super::AT_WORK };
    Ok((format!("{} · {}", row.number, row.buyer_name), rank))
}

fn row(order: &Order, crew: &Crew) -> OrderRow {
    let record = &order.record;
    let at = |fact: Option<&tapak_domain::Fact>| fact.map(|fact| millis(fact.at));
    let sent = record.facts_of("shipped").last();
    OrderRow {
        id: record.id,
        number: order.number.clone(),
        standing: standing(order, crew),
        contact: order.contact,
        buyer_name: order.buyer_name.clone(),
        regency: order.address.regency.clone(),
        pairs: order.pairs(),
        total: order.total(),
        courier: order.courier.as_ref().map(ToString::to_string).unwrap_or_default(),
        tracking_number: order.tracking_number().to_owned(),
        address: order.address.one_line(),
        contents: order.contents(),
        taken_at: at(record.facts_of("taken").next().or(record.facts.first())).unwrap_or_default(),
        updated_at: at(record.facts.last()).unwrap_or_default(),
        shipped_at: at(record.facts_of("shipped").last()),
        sent_with: sent.map(|fact| fact.text("courier").to_owned()).unwrap_or_default(),
        fee_charged: sent.and(order.shipping_fee).map(Rupiah::get),
        fee_actual: sent.and_then(|fact| fact.data.get("fee")).and_then(serde_json::Value::as_i64),
        words: words(order),
    }
}

fn words(order: &Order) -> String {
    let phone = order.buyer_phone.as_ref().map(phone_words).unwrap_or_default();
    [&order.number, &order.buyer_name, &phone, &order.address.regency, &order.contents(), order.tracking_number()]
        .join(" ")
}

fn files(record: &Record) -> Vec<(FileHash, String)> {
    let named = record.facts.iter().filter_map(attached);
    named.filter_map(|(file, kind)| Some((FileHash::new(hex::read(file)?), kind.code().to_owned()))).collect()
}
