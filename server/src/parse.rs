//! `tapak parse`: a message from standard input, and what was understood of it as JSON.

use std::io::{self, Read};
use std::ops::Range;

use serde::Serialize;
use serde_json::{Value, json};
use tapak_domain::chat::{self, Found, Reading};
use tapak_domain::values::Rupiah;
use tapak_store::product::ProductRow;

use crate::cli::Parse;
use crate::demo;
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;

/// Longer input is read this far; a message is never that long.
const MOST_BYTES: u64 = 256 * 1024;

/// Nothing is written anywhere; a shop is only asked for its catalogue, also while its relay runs.
pub(crate) fn run(asked: &Parse) -> Result<(), ServerFault> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
    read.map_err(ServerFault::file("standard input"))?;
    let text = String::from_utf8_lossy(&bytes);
    let rows = catalogue(asked)?;
    let products: Vec<_> = rows.iter().filter_map(product).collect();
    say(format_args!("{:#}", told(&chat::read(&text, &products), &text)));
    Ok(())
}

fn catalogue(asked: &Parse) -> Result<Vec<ProductRow>, ServerFault> {
    let Some(data) = &asked.data else {
        return Ok(demo::catalogue());
    };
    let folder = Folder::at(data);
    if folder.has_shop() { Ok(folder.open_store()?.products()?) } else { Err(ServerFault::NoShop(data.clone())) }
}

fn product(row: &ProductRow) -> Option<chat::Product<'_>> {
    let price = Rupiah::new(row.price).ok()?;
    Some(chat::Product { id: row.id, name: &row.name, colours: &row.colours, price })
}

/// The whole message: its first order, and the others under `orders`.
fn told(reading: &Reading, text: &str) -> Value {
    let mut told = order(reading, text);
    told["spans"] = json!("bytes of the message in UTF-8, from the first to the one after the last");
    told["orders"] = reading.others.iter().map(|other| order(other, text)).collect();
    told
}

fn order(reading: &Reading, text: &str) -> Value {
    let teller = Teller { text };
    json!({
        "kind": reading.kind,
        "kind_confidence": reading.kind_confidence,
        "kind_source": teller.sources(&reading.because),
        "fields": teller.fields(reading),
        "lines": reading.lines.iter().map(|line| teller.found(line)).collect::<Vec<_>>(),
        "sender": teller.sender(reading),
        "claim": reading.claim.as_ref().map(|claim| teller.claim(claim)),
        "custom": reading.custom.as_ref().map(|custom| teller.custom(custom)),
        "changes": reading.changes,
        "courier_open": reading.courier_open,
        "time_zone": reading.time_zone(),
        "missing": reading.missing,
        "questions": reading.questions(),
    })
}

/// Values with the words they came from.
struct Teller<'t> {
    text: &'t str,
}

impl Teller<'_> {
    fn fields(&self, reading: &Reading) -> Value {
        json!({
            "buyer_name": self.maybe(reading.buyer_name.as_ref()),
            "phone": self.maybe(reading.phone.as_ref()),
            "address": self.maybe(reading.address.as_ref()),
            "courier": self.maybe(reading.courier.as_ref()),
            "note": self.maybe(reading.note.as_ref()),
            "order_number": self.maybe(reading.order_number.as_ref()),
            "deadline": self.maybe(reading.deadline.as_ref()),
        })
    }

    /// Null when the parcel goes out in the shop's own name.
    fn sender(&self, reading: &Reading) -> Value {
        let chat::Sender { name, phone, hide_price } = &reading.sender;
        if name.is_none() && phone.is_none() && hide_price.is_none() {
            return Value::Null;
        }
        json!({
            "name": self.maybe(name.as_ref()),
            "phone": self.maybe(phone.as_ref()),
            "hide_price": self.maybe(hide_price.as_ref()),
        })
    }

    fn claim(&self, claim: &chat::Claim) -> Value {
        json!({
            "amount": self.maybe(claim.amount.as_ref()),
            "bank": self.maybe(claim.bank.as_ref()),
            "payer": self.maybe(claim.payer.as_ref()),
            "paid_at": self.maybe(claim.paid_at.as_ref()),
        })
    }

    fn custom(&self, custom: &chat::Custom) -> Value {
        json!({
            "parts": custom.parts.iter().map(|part| self.found(part)).collect::<Vec<_>>(),
            "left": self.maybe(custom.left.as_ref()),
            "right": self.maybe(custom.right.as_ref()),
        })
    }

    fn maybe<T: Serialize>(&self, found: Option<&Found<T>>) -> Value {
        found.map_or(Value::Null, |found| self.found(found))
    }

    fn found<T: Serialize>(&self, found: &Found<T>) -> Value {
        json!({
            "value": found.value,
            "confidence": found.confidence,
            "source": self.sources(&found.spans),
            "hint": found.hint,
        })
    }

    fn sources(&self, spans: &[Range<usize>]) -> Vec<Value> {
        let source =
            |span: &Range<usize>| json!({ "text": self.text.get(span.clone()), "span": [span.start, span.end] });
        spans.iter().map(source).collect()
    }
}
