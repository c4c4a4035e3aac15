//! One call of the loop: when it is, and what will be said once it is on disk.

use std::collections::BTreeSet;

use tapak_domain::Noun;
use uuid::Uuid;

use super::event::{Output, Topic};

#[derive(Debug)]
pub(super) struct Turn {
    pub(super) now: u64,
    outputs: Vec<Output>,
    touched: BTreeSet<Topic>,
    /// A change was made here: the outbox has something new.
    pub(super) wrote: bool,
    /// What was sent before waits in the outbox again.
    pub(super) rewound: bool,
    /// Records of which the relay has taken changes.
    pub(super) settled: BTreeSet<Uuid>,
    /// The relay has welcomed this device: what is missing here is asked for.
    pub(super) welcomed: bool,
    /// What a command answers with beside being done.
    pub(super) code: Option<String>,
}

impl Turn {
    pub(super) fn new(now: u64) -> Self {
        let (outputs, touched, settled) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        Self { now, outputs, touched, wrote: false, rewound: false, settled, welcomed: false, code: None }
    }

    pub(super) fn say(&mut self, output: Output) {
        self.outputs.push(output);
    }

    pub(super) fn touch(&mut self, topic: Topic) {
        self.touched.insert(topic);
    }

    /// A record's standing somewhere shows on lists and on the badge.
    pub(super) fn touch_nouns(&mut self, nouns: &[Noun]) {
        self.touched.extend(nouns.iter().map(|noun| topic(*noun)));
        if !nouns.is_empty() {
            self.touch(Topic::Sync);
        }
    }

    pub(super) fn into_outputs(mut self) -> Vec<Output> {
        if !self.touched.is_empty() {
            self.outputs.push(Output::Touched(self.touched));
        }
        self.outputs
    }
}

fn topic(noun: Noun) -> Topic {
    match noun {
        Noun::Order => Topic::Orders,
        Noun::Contact => Topic::Contacts,
        Noun::Product => Topic::Products,
        Noun::Tariff => Topic::Tariffs,
        Noun::Recap => Topic::Recaps,
        Noun::Shop => Topic::Start,
        Noun::Statement => Topic::Statements,
    }
}
