//! What was read out of a pasted chat: the text in pieces, each field with its source, and the form filled in.

use tapak_domain::chat::{self, Found, Hint, LineGuess, Reading, Told};
use tapak_domain::order::{LineDraft, OrderDraft};
use tapak_domain::values::{Phone, Rupiah};
use tapak_store::product::ProductRow;

use super::preview;
use crate::device::Device;
use crate::fault::Fault;
use crate::view::chat::{
    ChatOrder, ChatView, ClaimReading, CustomReading, FieldReading, PartReading, QuestionView, SegmentView,
};

impl Device {
    pub(super) fn show_chat(&self, text: &str) -> Result<ChatView, Fault> {
        let products = self.store.products()?;
        let reading = chat::read(text, &products.iter().filter_map(offered).collect::<Vec<_>>());
        let several = !reading.others.is_empty();
        let orders = reading.orders().filter(|_| several).map(|one| order(one, text, one.words_of(text), &products));
        let ChatOrder { kind, fields, draft, missing, questions } = order(&reading, text, text, &products);
        Ok(ChatView {
            kind,
            kind_confidence: reading.kind_confidence.code().to_owned(),
            segments: segments(&reading, text),
            fields,
            draft,
            missing,
            questions,
            order_number: said(reading.order_number.as_ref()),
            changes: reading.changes.iter().map(|field| field.code().to_owned()).collect(),
            claim: reading.claim.as_ref().map(claim),
            custom: reading.custom.as_ref().map(custom),
            deadline: said(reading.deadline.as_ref()),
            time_zone: reading.time_zone().to_owned(),
            orders: orders.collect(),
        })
    }
}

fn offered(row: &ProductRow) -> Option<chat::Product<'_>> {
    let price = Rupiah::parse(&row.price.to_string()).ok().filter(|_| !row.retired)?;
    Some(chat::Product { id: row.id, name: &row.name, colours: &row.colours, price })
}

fn segments(reading: &Reading, text: &str) -> Vec<SegmentView> {
    let segments = reading.segments(text).into_iter().map(|segment| SegmentView {
        text: segment.text.to_owned(),
        field: segment.field.map(|field| field.code().to_owned()).unwrap_or_default(),
    });
    segments.collect()
}

/// One order of the message; `source` is what of it the order keeps.
fn order(reading: &Reading, text: &str, source: &str, products: &[ProductRow]) -> ChatOrder {
    let draft = draft(reading, text, source, products);
    let (filled, _) = tapak_domain::order::fill(&draft);
    let questions = reading.questions().into_iter();
    ChatOrder {
        kind: reading.kind.code().to_owned(),
        fields: fields(reading, text),
        missing: preview::as_order(filled).missing(),
        questions: questions.map(|asked| QuestionView { about: asked.about, options: asked.options }).collect(),
        draft,
    }
}

fn fields(reading: &Reading, text: &str) -> Vec<FieldReading> {
    let told = reading.told();
    let numbered = told.iter().enumerate().map(|(place, one)| {
        let before = told[..place].iter().filter(|other| other.field == one.field).count();
        let code = one.field.code();
        field(if one.field.is_many() { format!("{code}.{before}") } else { code.to_owned() }, one, text)
    });
    numbered.collect()
}

fn field(name: String, told: &Told<'_>, text: &str) -> FieldReading {
    let sources = told.spans.iter().filter_map(|span| text.get(span.clone()));
    FieldReading {
        field: name,
        confidence: told.confidence.code().to_owned(),
        hint: told.hint.map(|hint| hint.code().to_owned()).unwrap_or_default(),
        hint_word: told.hint.map(Hint::word).unwrap_or_default(),
        source: sources.collect::<Vec<_>>().join(" … "),
    }
}

fn said<T: ToString>(found: Option<&Found<T>>) -> String {
    found.map(|found| found.value.to_string()).unwrap_or_default()
}

fn number(found: Option<&Found<Phone>>) -> String {
    found.map(|found| found.value.national()).unwrap_or_default()
}

fn draft(reading: &Reading, text: &str, source: &str, products: &[ProductRow]) -> OrderDraft {
    let courier = reading.courier.as_ref().map(|found| &found.value);
    let note = said(reading.note.as_ref());
    OrderDraft {
        buyer_name: said(reading.buyer_name.as_ref()),
        buyer_phone: number(reading.phone.as_ref()),
        address: reading.address.as_ref().map(|found| (&found.value).into()).unwrap_or_default(),
        lines: reading.lines.iter().map(|found| line(&found.value, products)).collect(),
        courier: courier.map(|c| c.courier.code().to_owned()).unwrap_or_default(),
        service: courier.map(|c| c.service.clone()).unwrap_or_default(),
        note: if note.is_empty() { wish(reading, text) } else { note },
        source: source.trim().to_owned(),
        sender_name: said(reading.sender.name.as_ref()),
        sender_phone: number(reading.sender.phone.as_ref()),
        hide_price: reading.sender.hide_price.as_ref().is_some_and(|found| found.value),
        ..OrderDraft::default()
    }
}

/// A custom wish has no field of its own in an order yet: its words go along as the note.
fn wish(reading: &Reading, text: &str) -> String {
    let custom = reading.custom.as_ref();
    let parts = custom.iter().flat_map(|custom| custom.parts.iter().map(|part| &part.spans));
    let feet =
        custom.iter().flat_map(|custom| [&custom.left, &custom.right].into_iter().flatten().map(|foot| &foot.spans));
    let until = reading.deadline.iter().filter(|_| custom.is_some()).map(|found| &found.spans);
    let words = parts.chain(feet).chain(until).flatten().filter_map(|span| text.get(span.clone()));
    // Both feet may have been told in one word.
    let mut words: Vec<_> = words.collect();
    words.dedup();
    words.join(", ")
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

fn claim(claim: &chat::Claim) -> ClaimReading {
    ClaimReading {
        amount: claim.amount.as_ref().map(|found| found.value.get().to_string()).unwrap_or_default(),
        bank: said(claim.bank.as_ref()),
        payer: said(claim.payer.as_ref()),
        paid_at: said(claim.paid_at.as_ref()),
    }
}

fn custom(custom: &chat::Custom) -> CustomReading {
    let parts = custom
        .parts
        .iter()
        .map(|found| PartReading { part: found.value.part.code().to_owned(), colour: found.value.colour.clone() });
    CustomReading { parts: parts.collect(), left: said(custom.left.as_ref()), right: said(custom.right.as_ref()) }
}
