//! What the message wants: judged by its words, and again by what was found in it.

use std::ops::Range;

use super::field::{Confidence, Field, Kind};
use super::reading::{LineGuess, Reading};
use super::telltale::{self, Ordering};
use super::token::Page;

/// Fields that make an order of a message without lines.
const ENOUGH_FIELDS: usize = 2;

/// What the words alone say, before the fields are read.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    pub(super) kind: Kind,
    /// The words that say so, in bytes.
    because: Vec<Range<usize>>,
    /// What shall be otherwise, whatever the kind.
    changes: Vec<Field>,
    dropship: bool,
    ordering: Ordering,
    /// Pairs are added to something.
    adds: bool,
}

pub(super) fn of_words(page: &Page<'_>) -> Sign {
    let (changes, changing) = telltale::changed(page);
    let told = [
        (Kind::Claim, telltale::paid(page)),
        (Kind::Cancel, telltale::cancelled(page)),
        (Kind::Complaint, telltale::broken(page)),
        (Kind::Change, changing),
        (Kind::Custom, telltale::custom(page)),
        (Kind::Question, telltale::asked(page)),
    ];
    let (kind, because) = told.into_iter().find(|(_, at)| !at.is_empty()).unwrap_or_default();
    let because = because.into_iter().map(|at| page.bytes(&(at..at + 1))).collect();
    let (dropship, adds) = (telltale::is_dropship(page), telltale::adds(page));
    Sign { kind, because, changes, dropship, ordering: telltale::ordering(page), adds }
}

impl Sign {
    /// Parts with colours of their own are a wish, even when nobody calls it custom.
    pub(super) fn or_custom(self, parts: usize) -> Self {
        let wish = parts > 1 && matches!(self.kind, Kind::Unclear | Kind::Question);
        if wish { Self { kind: Kind::Custom, because: Vec::new(), ..self } } else { self }
    }

    /// A wish or a receipt names colours and sizes in passing; only what the shop sells makes a line of them.
    pub(super) fn names_in_passing(&self) -> bool {
        self.kind == Kind::Custom || self.kind.is_about_an_order()
    }

    /// Whether a `pengirim` is who sent the money.
    pub(super) fn is_of_payer(&self) -> bool {
        self.kind == Kind::Claim && !self.dropship
    }

    /// Judged again once the fields are known.
    pub(super) fn settle(&self, reading: &mut Reading) {
        let kind = self.kind_of(reading);
        reading.because = if kind == self.kind { self.because.clone() } else { Vec::new() };
        reading.kind = if kind == Kind::Order && self.is_dropship(reading) { Kind::Dropship } else { kind };
        if reading.kind.is_about_an_order() && self.ordering != Ordering::Wanted {
            // What was ordered before is no line of a new order.
            reading.lines.clear();
        }
        reading.kind_confidence = self.confidence(reading);
        reading.changes = self.changes_of(reading);
        reading.missing = reading.unanswered();
    }

    fn kind_of(&self, reading: &Reading) -> Kind {
        let fields = contact_fields(reading);
        let whole = reading.lines.iter().any(|line| is_whole(&line.value));
        let sent = reading.address.as_ref().is_some_and(|address| !address.value.street.is_empty());
        // A whole order that says `jangan sampai salah kirim` is no complaint.
        let new = whole && sent && fields >= ENOUGH_FIELDS && reading.order_number.is_none();
        let known = reading.lines.iter().any(|line| line.value.product.is_some());
        let wanted = match self.ordering {
            Ordering::Unsaid => false,
            Ordering::Spoken => whole,
            Ordering::Wanted => known,
        };
        let ordered = !reading.lines.is_empty() || fields >= ENOUGH_FIELDS;
        let about = reading.order_number.is_some();
        let loose = matches!(self.kind, Kind::Question | Kind::Unclear);
        let becomes = [
            (Kind::Change, loose && about && self.adds),
            (Kind::Order, matches!(self.kind, Kind::Complaint | Kind::Cancel | Kind::Change) && new),
            (Kind::Order, self.kind == Kind::Question && (fields >= ENOUGH_FIELDS || wanted)),
            (Kind::Order, self.kind == Kind::Unclear && ordered),
            // Whatever it says of that order, somebody has to answer.
            (Kind::Question, self.kind == Kind::Unclear && about),
        ];
        becomes.into_iter().find(|(_, holds)| *holds).map_or(self.kind, |(kind, _)| kind)
    }

    fn is_dropship(&self, reading: &Reading) -> bool {
        self.dropship || reading.sender.name.is_some() || reading.sender.phone.is_some()
    }

    fn confidence(&self, reading: &Reading) -> Confidence {
        let known = reading.lines.iter().any(|line| line.value.product.is_some());
        let claim = reading.claim.as_ref().is_some_and(|claim| claim.amount.is_some() || claim.bank.is_some());
        let sure = match reading.kind {
            Kind::Order => known && contact_fields(reading) >= ENOUGH_FIELDS,
            Kind::Dropship => known && reading.sender.name.is_some(),
            Kind::Custom => !self.because.is_empty(),
            Kind::Claim => claim || reading.order_number.is_some(),
            Kind::Change | Kind::Cancel => reading.order_number.is_some(),
            Kind::Complaint | Kind::Question | Kind::Unclear => false,
        };
        match (sure, reading.kind) {
            (true, _) => Confidence::Sure,
            (false, Kind::Unclear) => Confidence::Guess,
            (false, _) => Confidence::Likely,
        }
    }

    fn changes_of(&self, reading: &Reading) -> Vec<Field> {
        if !matches!(reading.kind, Kind::Claim | Kind::Change) {
            return Vec::new();
        }
        let mut changes = self.changes.clone();
        let told =
            [(Field::Address, reading.address.is_some()), (Field::Lines, reading.kind == Kind::Change && self.adds)];
        for (field, _) in told.into_iter().filter(|(_, told)| *told) {
            if !changes.contains(&field) {
                changes.push(field);
            }
        }
        changes
    }
}

/// How many of name, phone, street, regency and courier were told.
fn contact_fields(reading: &Reading) -> usize {
    let place = reading.address.as_ref().map(|found| &found.value);
    let fields = [
        reading.buyer_name.is_some(),
        reading.phone.is_some(),
        // An address somebody took the trouble to write out is more than a place in passing.
        place.is_some_and(|address| !address.regency.is_empty()),
        place.is_some_and(|address| !address.street.is_empty()),
        reading.courier.is_some(),
    ];
    fields.into_iter().filter(|found| *found).count()
}

fn is_whole(line: &LineGuess) -> bool {
    line.product.is_some() && line.size.is_some()
}
