//! What still has to be asked before the order, the wish or the claim can be worked on.

use serde::{Deserialize, Serialize};

use super::field::{Field, Kind};
use super::hint::Hint;
use super::reading::Reading;
use crate::values::Address;

/// Something to ask the buyer: the path of a field, such as `address.regency` or `lines.0.size`, and the answers to
/// choose from where there are some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub about: String,
    pub options: Vec<String>,
}

impl Question {
    fn open(about: impl Into<String>) -> Self {
        Self { about: about.into(), options: Vec::new() }
    }
}

impl Reading {
    /// The fields nobody told. A message about an order that is there asks for no order's fields.
    pub(super) fn unanswered(&self) -> Vec<Field> {
        let address = self.address.as_ref().is_some_and(|address| address.value.missing().is_empty());
        let lines = !self.lines.is_empty() && self.lines.iter().all(|line| line.value.size.is_some());
        let told = [
            (Field::BuyerName, self.buyer_name.is_some()),
            (Field::Phone, self.phone.is_some()),
            (Field::Address, address),
            (Field::Lines, lines),
            (Field::Courier, self.courier.is_some()),
            (Field::Sizes, self.has_sizes()),
        ];
        let absent = told.into_iter().filter(|(field, told)| !told && self.needed().contains(field));
        absent.map(|(field, _)| field).collect()
    }

    fn needed(&self) -> &'static [Field] {
        match self.kind {
            Kind::Order | Kind::Dropship | Kind::Unclear => {
                &[Field::BuyerName, Field::Phone, Field::Address, Field::Lines, Field::Courier]
            }
            Kind::Custom => &[Field::BuyerName, Field::Phone, Field::Address, Field::Sizes],
            Kind::Claim | Kind::Change if self.address.is_some() => &[Field::Address],
            Kind::Claim | Kind::Change | Kind::Cancel | Kind::Complaint | Kind::Question => &[],
        }
    }

    fn has_sizes(&self) -> bool {
        let feet = self.custom.as_ref().is_some_and(|custom| custom.left.is_some() && custom.right.is_some());
        feet || self.lines.iter().any(|line| line.value.size.is_some())
    }

    /// What to ask, in the sequence a person would ask it; nothing where it is not clear what the message wants.
    pub fn questions(&self) -> Vec<Question> {
        if matches!(self.kind, Kind::Unclear | Kind::Question) {
            return Vec::new();
        }
        let mut questions = Vec::new();
        questions.extend(self.which_order());
        for field in &self.missing {
            self.ask(*field, &mut questions);
        }
        questions
    }

    fn ask(&self, field: Field, questions: &mut Vec<Question>) {
        if field == Field::Address {
            self.ask_address(questions);
        } else if field == Field::Lines {
            self.ask_lines(questions);
        } else if !(field == Field::Courier && self.courier_open) {
            questions.push(Question::open(field.code()));
        }
    }

    /// Nothing in the message tells which order it is about.
    fn which_order(&self) -> Option<Question> {
        let told = self.order_number.is_some() || self.buyer_name.is_some() || self.phone.is_some();
        (self.kind.is_about_an_order() && !told).then(|| Question::open(Field::OrderNumber.code()))
    }

    fn ask_address(&self, questions: &mut Vec<Question>) {
        let street = self.address.as_ref().filter(|found| !found.value.street.is_empty());
        let missing = street.map_or(vec![""], |found| Address::missing(&found.value));
        let path = |part: &str| if part.is_empty() { "address".to_owned() } else { format!("address.{part}") };
        let options = self.regencies();
        let asked = missing.into_iter().filter(|part| *part != "regency" || options.is_empty());
        questions.extend(asked.map(path).map(Question::open));
        if !options.is_empty() {
            questions.push(Question { about: path("regency"), options });
        }
    }

    /// The places that share what was written.
    fn regencies(&self) -> Vec<String> {
        match self.address.as_ref().and_then(|found| found.hint.clone()) {
            Some(Hint::RegencyAmbiguous { options }) => options,
            Some(_) | None => Vec::new(),
        }
    }

    fn ask_lines(&self, questions: &mut Vec<Question>) {
        if self.lines.is_empty() {
            questions.push(Question::open(Field::Lines.code()));
        }
        for (place, line) in self.lines.iter().enumerate() {
            if let Some(Hint::ProductAmbiguous { products, .. }) = &line.hint {
                questions.push(Question { about: format!("lines.{place}.name"), options: products.clone() });
            }
            if line.value.size.is_none() {
                questions.push(Question::open(format!("lines.{place}.size")));
            }
        }
    }
}
