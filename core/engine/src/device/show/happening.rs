//! What a fact says, as a screen tells it.

use serde::Deserialize;
use serde_json::Value;
use tapak_domain::Fact;
use tapak_domain::order::attach::attached;
use tapak_domain::order::{FieldChange, Outcome};

use crate::view::happening::Happening;

/// A kind from a newer app is left out.
pub(super) fn happening(fact: &Fact) -> Option<Happening> {
    let text = |key: &str| fact.text(key).to_owned();
    Some(match fact.kind.as_str() {
        "taken" => Happening::Taken { from_chat: fact.flag("from_chat") },
        "revised" => Happening::Revised { changes: changes(fact), reason: text("reason") },
        "noted" => Happening::Noted { text: text("text") },
        "attached" => {
            let (file, file_kind) = attached(fact)?;
            Happening::Attached { file: file.to_owned(), file_kind }
        }
        "cancel_asked" => Happening::CancelAsked { reason: text("reason") },
        "cancelled" => Happening::Cancelled { reason: text("reason") },
        "settled" => Happening::Settled { conflict: text("conflict"), key: text("key"), choice: text("choice") },
        _ => return of_money(fact).or_else(|| of_a_parcel(fact)),
    })
}

fn of_money(fact: &Fact) -> Option<Happening> {
    let text = |key: &str| fact.text(key).to_owned();
    let amount = fact.number("amount");
    Some(match fact.kind.as_str() {
        "totalled" => Happening::Totalled {
            version: count(fact, "version"),
            total: fact.number("total"),
            unique_code: count(fact, "unique_code"),
            bank: text("bank"),
            account: text("account"),
            deadline: fact.number("deadline"),
        },
        "expired" => Happening::Expired { version: count(fact, "version") },
        "claimed" => Happening::Claimed {
            amount,
            bank: text("bank"),
            payer: text("payer"),
            paid_at: text("paid_at"),
            file: text("file"),
        },
        "verified" => Happening::Verified {
            outcome: Outcome::from_code(fact.text("outcome"))?,
            amount,
            cash: fact.flag("cash"),
            bank_line: text("bank_line"),
            reason: text("reason"),
        },
        "refunded" => Happening::Refunded { amount, bank_line: text("bank_line"), reason: text("reason") },
        _ => return None,
    })
}

fn of_a_parcel(fact: &Fact) -> Option<Happening> {
    let text = |key: &str| fact.text(key).to_owned();
    let tracking_number = text("tracking_number");
    Some(match fact.kind.as_str() {
        "printed" => Happening::Printed { copy: count(fact, "copy"), address: text("address"), paper: text("paper") },
        "packed" => Happening::Packed { how: text("how"), lines: read(fact, "lines").unwrap_or_default() },
        "shipped" => Happening::Shipped {
            tracking_number,
            courier: text("courier"),
            fee: fact.data.get("fee").and_then(Value::as_i64),
            weight_grams: fact.data.get("weight_grams").map(|_| count(fact, "weight_grams")),
        },
        "tracking_chosen" => Happening::TrackingChosen { tracking_number },
        "tracking_sent" => Happening::TrackingSent { tracking_number },
        "delivered" => Happening::Delivered,
        "closed" => Happening::Closed,
        "returned" => Happening::Returned { reason: text("reason"), wanted: text("wanted") },
        "return_received" => Happening::ReturnReceived,
        "exchanged" => Happening::Exchanged,
        _ => return None,
    })
}

fn count(fact: &Fact, key: &str) -> u32 {
    u32::try_from(fact.number(key)).unwrap_or_default()
}

fn changes(fact: &Fact) -> Vec<FieldChange> {
    read(fact, "changes").unwrap_or_default()
}

fn read<'a, T: Deserialize<'a>>(fact: &'a Fact, key: &str) -> Option<T> {
    T::deserialize(fact.data.get(key)?).ok()
}
