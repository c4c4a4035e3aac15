//! An order's row: what a list, the warehouse and a search need of it; its claims, its conflicts, and what it holds, of
//! the stock too.

use tapak_domain::Record;
use tapak_domain::order::attach::attached;
use tapak_domain::order::{Answer, Claim, Course, FileKind, Order, Standing, Totalan};
use tapak_domain::stock;
use tapak_domain::values::Rupiah;
use tapak_store::claim::ClaimRow;
use tapak_store::order::{OrderMoney, OrderRow};
use tapak_store::{Store, StoreError};
use tapak_sync::FileHash;

use super::{millis, phone_words};
use crate::crew::Crew;
use crate::hex;

/// Answers with the record's title and rank.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<(String, u8), StoreError> {
    let order = Order::new(record.clone());
    let course = Course::of(&order, crew);
    let row = row(&order, &course);
    store.put_order(&row)?;
    store.put_file_uses(record.id, &files(record))?;
    store.put_shared_keys(record.id, &course.keys)?;
    store.put_flags(record.id, &course.flags)?;
    store.put_claims(record.id, &claims(&order, &course))?;
    store.put_stock_moves(record.id, &stock::of_order(&order, &course, crew))?;
    let settled = row.standing.is_closed() && row.standing != Standing::Returned;
    let at_work = !settled || !course.flags.is_empty() || row.money.claims > 0;
    let rank = if at_work { super::AT_WORK } else { super::LOOKED_UP };
    Ok((format!("{} · {}", row.number, row.buyer_name), rank))
}

fn row(order: &Order, course: &Course) -> OrderRow {
    let record = &order.record;
    let at = |fact: Option<&tapak_domain::Fact>| fact.map(|fact| millis(fact.at));
    let sent = course.parcel.shipments.last();
    OrderRow {
        id: record.id,
        number: order.number.clone(),
        standing: course.standing,
        contact: order.contact,
        buyer_name: order.buyer_name.clone(),
        regency: order.address.regency.clone(),
        pairs: order.pairs(),
        total: order.total(),
        courier: order.courier.as_ref().map(ToString::to_string).unwrap_or_default(),
        tracking_number: course.parcel.tracking.number.clone(),
        address: order.address.one_line(),
        contents: order.contents(),
        taken_at: at(record.facts_of("taken").next().or(record.facts.first())).unwrap_or_default(),
        updated_at: at(record.facts.last()).unwrap_or_default(),
        shipped_at: sent.map(|shipment| millis(shipment.at)),
        sent_with: sent.map(|shipment| shipment.courier.clone()).unwrap_or_default(),
        fee_charged: sent.and(charged(order, course)),
        fee_actual: sent.and_then(|shipment| shipment.fee),
        words: words(order, course),
        money: money(course),
        copies: course.parcel.copies,
        // Nobody told the buyer of an order from before there were totals that anything is to be told.
        told: course.parcel.tracking.told || course.totalan.is_none(),
        held: false,
    }
}

/// What the buyer was told that sending costs; before there were totals, what the order says.
fn charged(order: &Order, course: &Course) -> Option<i64> {
    let told = course.totalan.as_ref().map(|totalan| totalan.shipping_fee);
    told.or(order.shipping_fee.map(Rupiah::get))
}

fn money(course: &Course) -> OrderMoney {
    let totalan = course.valid_totalan();
    let open: Vec<_> = course.money.open_claims().map(|claim| millis(claim.at)).collect();
    OrderMoney {
        nominal: totalan.map_or(0, Totalan::nominal),
        account: totalan.map(|totalan| totalan.account.clone()).unwrap_or_default(),
        deadline: totalan.map(|totalan| i64::try_from(totalan.deadline).unwrap_or(i64::MAX)),
        paid: course.money.net(),
        due: course.due(),
        paid_at: course.money.verdicts.last().map(|verdict| millis(verdict.at)),
        claims: u32::try_from(open.len()).unwrap_or(u32::MAX),
        claimed_at: open.into_iter().min(),
    }
}

fn claims(order: &Order, course: &Course) -> Vec<ClaimRow> {
    let answered = course.money.claims.iter().zip(course.money.answers());
    answered.map(|(claim, answer)| claim_row(order, claim, answer)).collect()
}

fn claim_row(order: &Order, claim: &Claim, answer: Answer) -> ClaimRow {
    ClaimRow {
        id: claim.id,
        record: order.record.id,
        at: millis(claim.at),
        device: claim.by.0,
        amount: claim.amount,
        bank: claim.bank.clone(),
        payer: claim.payer.clone(),
        paid_at: claim.paid_at.clone(),
        file: claim.file.clone(),
        answered: claim.answered,
        total: claim.total,
        outcome: answer.outcome,
        received: answer.received,
        refunded: answer.refunded,
        bank_line: answer.bank_line,
        cash: answer.cash,
    }
}

fn words(order: &Order, course: &Course) -> String {
    let phone = order.buyer_phone.as_ref().map(phone_words).unwrap_or_default();
    let numbers: Vec<_> = course.parcel.shipments.iter().map(|shipment| shipment.tracking_number.as_str()).collect();
    let (regency, contents, numbers) = (&order.address.regency, order.contents(), numbers.join(" "));
    [order.number.as_str(), &order.buyer_name, &phone, regency, &contents, &numbers].join(" ")
}

fn files(record: &Record) -> Vec<(FileHash, String)> {
    let named = record.facts.iter().filter_map(attached).filter(|(_, kind)| FileKind::OF_ORDERS.contains(kind));
    named.filter_map(|(file, kind)| Some((FileHash::new(hex::read(file)?), kind.code().to_owned()))).collect()
}
