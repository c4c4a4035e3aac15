//! Right, wrong and missed, field by field.

use std::collections::BTreeMap;
use std::fmt::Write;

use tapak_domain::chat::Confidence;

use crate::corpus::Message;
use crate::facts::{Fact, told, understood};

/// How often a field was read right, read though nobody said it so, and not read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) right: u32,
    pub(crate) wrong: u32,
    pub(crate) missed: u32,
}

impl Score {
    /// Percent of what was read that is right.
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.wrong)
    }

    /// Percent of what was said that was read.
    pub(crate) fn recall(self) -> f64 {
        share(self.right, self.missed)
    }
}

fn share(right: u32, other: u32) -> f64 {
    if right + other == 0 { 100.0 } else { f64::from(right) * 100.0 / f64::from(right + other) }
}

/// The least precision and recall, in percent: of everything, of each field, and of fields by their own measure.
#[derive(Debug)]
pub(crate) struct Floors {
    pub(crate) all: (f64, f64),
    pub(crate) each: (f64, f64),
    pub(crate) fields: &'static [(&'static str, (f64, f64))],
}

impl Floors {
    fn of(&self, field: &str) -> (f64, f64) {
        self.fields.iter().find(|(name, _)| *name == field).map_or(self.each, |(_, floor)| *floor)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Scores {
    pub(crate) fields: BTreeMap<String, Score>,
    /// What was wrong, with the title of its message; the first list was called sure.
    pub(crate) wrong_and_sure: Vec<String>,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Scores {
    pub(crate) fn of(messages: &[Message]) -> Self {
        let mut scores = Self::default();
        for message in messages {
            scores.add(message);
        }
        scores
    }

    fn add(&mut self, message: &Message) {
        let mut expected = split(message.expected.iter().map(|fact| (fact.clone(), Confidence::Sure)));
        let mut said = split(told(&understood(&message.text)).into_iter());
        // Of two that say the same the surer one is held to be meant.
        said.sort_by_key(|(_, confidence)| std::cmp::Reverse(*confidence));
        for (fact, confidence) in said {
            let right = expected.iter().position(|(wanted, _)| *wanted == fact);
            let score = self.fields.entry(fact.field.clone()).or_default();
            if let Some(place) = right {
                score.right += 1;
                expected.swap_remove(place);
                continue;
            }
            score.wrong += 1;
            let said = format!("{}: {}: {} ({})", message.title, fact.field, fact.value, confidence.code());
            if confidence == Confidence::Sure { self.wrong_and_sure.push(said) } else { self.wrong.push(said) }
        }
        for (fact, _) in expected {
            self.fields.entry(fact.field.clone()).or_default().missed += 1;
            self.missed.push(format!("{}: {}: {}", message.title, fact.field, fact.value));
        }
    }

    pub(crate) fn total(&self) -> Score {
        let whole = self.fields.iter().filter(|(field, _)| *field != "line").map(|(_, score)| *score);
        whole.fold(Score::default(), |sum, score| Score {
            right: sum.right + score.right,
            wrong: sum.wrong + score.wrong,
            missed: sum.missed + score.missed,
        })
    }

    /// The fields that are read worse than they may be.
    pub(crate) fn below(&self, floors: &Floors) -> Vec<String> {
        let fields = self.fields.iter().map(|(field, score)| (field.as_str(), *score, floors.of(field)));
        let all = fields.chain([("all", self.total(), floors.all)]);
        let below = all.filter(|(_, score, floor)| score.precision() < floor.0 || score.recall() < floor.1);
        below.map(|(field, score, floor)| format!("{field}: {score:?} is below {floor:?}")).collect()
    }

    pub(crate) fn table(&self) -> String {
        let mut table = format!(
            "{:<14} {:>5} {:>5} {:>6} {:>9} {:>7}\n",
            "field", "right", "wrong", "missed", "precision", "recall"
        );
        let total = ("all".to_owned(), self.total());
        let rows = self.fields.iter().map(|(field, score)| (field.clone(), *score)).chain([total]);
        for (field, score) in rows {
            let Score { right, wrong, missed } = score;
            let (precision, recall) = (score.precision(), score.recall());
            writeln!(table, "{field:<14} {right:>5} {wrong:>5} {missed:>6} {precision:>8.1}% {recall:>6.1}%").unwrap();
        }
        write!(table, "wrong and sure: {}", self.wrong_and_sure.len()).unwrap();
        table
    }

    pub(crate) fn misses(&self) -> String {
        let list = |name: &str, lines: &[String]| format!("{name}\n  {}\n", lines.join("\n  "));
        [list("WRONG AND SURE", &self.wrong_and_sure), list("WRONG", &self.wrong), list("MISSED", &self.missed)]
            .concat()
    }
}

fn split(facts: impl Iterator<Item = (Fact, Confidence)>) -> Vec<(Fact, Confidence)> {
    facts
        .flat_map(|(fact, confidence)| {
            let parts: Vec<_> = fact.parts().into_iter().map(|part| (part, confidence)).collect();
            [(fact, confidence)].into_iter().chain(parts)
        })
        .collect()
}
