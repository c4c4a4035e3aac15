//! What was read out of a pasted chat: the text in pieces, each field with its source, and the form filled in.

use tapak_domain::chat::{self, Field, Found, Hint, LineGuess, Reading};
use tapak_domain::order::{LineDraft, OrderDraft};
use tapak_domain::values::Rupiah;
use tapak_store::product::ProductRow;

use super::preview;
use crate::device::Device;
use crate::fault::Fault;
use crate::view::chat::{ChatView, FieldReading, SegmentView};

impl Device {
    pub(super) fn show_chat(&self, text: &str) -> Result<ChatView, Fault> {
        let products = self.store.products()?;
        let reading = chat::read(text, &products.iter().filter_map(offered).collect::<Vec<_>>());
        let draft = draft(&reading, text, &products);
        let (filled, _) = tapak_domain::order::fill(&draft);
        let segments = reading.segments(text).into_iter().map(|segment| SegmentView {
            text: segment.text.to_owned(),
            field: segment.field.map(|field| field.code().to_owned()).unwrap_or_default(),
        });
        Ok(ChatView {
            kind: reading.kind.code().to_owned(),
            segments: segments.collect(),
            fields: fields(&reading, text),
            missing: preview::as_order(filled).missing(),
            draft,
        })
    }
}

fn offered(row: &ProductRow) -> Option<chat::Product<'_>> {
    let price = Rupiah::parse(&row.price.to_string()).ok().filter(|_| !row.retired)?;
    Some(chat::Product { id: row.id, name: &row.name, colours: &row.colours, price })
}

fn fields(reading: &Reading, text: &str) -> Vec<FieldReading> {
    let single = [
        reading.buyer_name.as_ref().map(|found| field(Field::BuyerName.code(), found, text)),
        reading.phone.as_ref().map(|found| field(Field::Phone.code(), found, text)),
        reading.address.as_ref().map(|found| field(Field::Address.code(), found, text)),
        reading.courier.as_ref().map(|found| field(Field::Courier.code(), found, text)),
        reading.note.as_ref().map(|found| field(Field::Note.code(), found, text)),
    ];
    let lines = reading.lines.iter().enumerate();
    let lines = lines.map(|(i, found)| field(&format!("{}.{i}", Field::Lines.code()), found, text));
    single.into_iter().flatten().chain(lines).collect()
}

fn field<T>(name: &str, found: &Found<T>, text: &str) -> FieldReading {
    let sources = found.spans.iter().filter_map(|span| text.get(span.clone()));
    FieldReading {
        field: name.to_owned(),
        confidence: found.confidence.code().to_owned(),
        hint: found.hint.as_ref().map(|hint| hint.code().to_owned()).unwrap_or_default(),
        hint_word: found.hint.as_ref().map(Hint::word).unwrap_or_default(),
        source: sources.collect::<Vec<_>>().join(" … "),
    }
}

fn draft(reading: &Reading, text: &str, products: &[ProductRow]) -> OrderDraft {
    let courier = reading.courier.as_ref().map(|found| &found.value);
    OrderDraft {
        buyer_name: reading.buyer_name.as_ref().map(|found| found.value.clone()).unwrap_or_default(),
        buyer_phone: reading.phone.as_ref().map(|found| found.value.national()).unwrap_or_default(),
        address: reading.address.as_ref().map(|found| (&found.value).into()).unwrap_or_default(),
        lines: reading.lines.iter().map(|found| line(&found.value, products)).collect(),
        courier: courier.map(|c| c.courier.code().to_owned()).unwrap_or_default(),
        service: courier.map(|c| c.service.clone()).unwrap_or_default(),
        note: reading.note.as_ref().map(|found| found.value.clone()).unwrap_or_default(),
        source: text.trim().to_owned(),
        ..OrderDraft::default()
    }
}

fn line(guess: &LineGuess, products: &[ProductRow]) -> LineDraft {
    let price = products.iter().find(|row| Some(row.id) == guess.product).map(|row| row.price.to_string());
    LineDraft {
        id: None,
        product: guess.product,
        name: guess.name.clone(),
        colour: guess.colour.clone(),
        size: guess.size.map(|size| size.to_string()).unwrap_or_default(),
        quantity: guess.quantity.get().to_string(),
        price: price.unwrap_or_default(),
    }
}
