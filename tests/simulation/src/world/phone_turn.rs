//! One call of a device's loop: what is given, whether the power lasts, and what the host then does.

use std::collections::BTreeMap;

use tapak_engine::command::Outcome;
use tapak_engine::device::{Input, Output};
use tapak_store::document::Held;
use tapak_sync::{ChangeHash, DocumentId, Sequence, ToDevice, codec};
use uuid::Uuid;

use super::calendar::Moment;
use super::cast::OLD;
use super::doom::{Crash, strike};
use super::{Who, World};
use crate::broken::{Broken, Checked, Rule};
use crate::deed::record_of;
use crate::ledger::Heard;
use crate::tally::Count;
use crate::verdict::held;

type Disk = (Vec<(DocumentId, ChangeHash, Option<Sequence>)>, BTreeMap<DocumentId, Held>);

impl World {
    pub(super) fn phone_turn(&mut self, who: Who) -> Checked {
        let most = 1 + self.dice.index(6);
        let phone = &mut self.phones[who];
        phone.turn_due = false;
        if !phone.is_on() || phone.inbox.is_empty() {
            return Ok(());
        }
        let inputs = phone.next_batch(most);
        let struck = strike(&mut phone.doom);
        self.tally.add_many(Count::Batches, u64::from(inputs.len() > 1));
        self.call(who, inputs, struck)?;
        if !self.phones[who].inbox.is_empty() {
            self.phone_turn_soon(who);
        }
        Ok(())
    }

    fn call(&mut self, who: Who, inputs: Vec<Input>, struck: Option<Crash>) -> Checked {
        let given = commands(&inputs);
        if struck == Some(Crash::Between) {
            self.crash_phone(who, Crash::Between);
            return Ok(());
        }
        let broken = self.phones[who].disk_full || struck == Some(Crash::BeforeCommit);
        self.phones[who].break_disk(broken);
        let welcomed = inputs.iter().any(is_welcome);
        let arriving = self.arriving(who, &inputs);
        let looks = matches!(inputs.as_slice(), [Input::Look { .. }]);
        let before = looks.then(|| self.disk_of(who)).transpose()?;
        self.note_what_is_away(who, &given)?;
        let outputs = self.phones[who].handle(inputs, self.now);
        self.note_what_is_away(who, &given)?;
        self.go_by_arrival(who, &arriving)?;
        let changed = before.map(|before| Ok::<_, Broken>(before != self.disk_of(who)?)).transpose()?;
        Rule::Presence.hold(changed != Some(true), || format!("{} looked and wrote", self.phones[who].name()))?;
        self.hear_answers(who, &given, &outputs, Heard { broken, lost: struck.is_some(), at: self.now })?;
        if let Some(crash) = struck {
            self.crash_phone(who, crash);
            return Ok(());
        }
        if welcomed && !broken && self.is_through(who) {
            self.restored.unaware.remove(&who);
        }
        let full = self.phones[who].disk_full;
        self.phones[who].break_disk(full);
        outputs.into_iter().try_for_each(|output| self.obey_phone(who, output))
    }

    /// The relay at the other end is the one that is there now.
    fn is_through(&self, who: Who) -> bool {
        let wire = self.phones[who].line.socket.and_then(|socket| self.wires.get(&socket));
        wire.is_some_and(|wire| wire.at_relay)
    }

    /// What a look must leave as it is.
    fn disk_of(&self, who: Who) -> Checked<Disk> {
        let Some(store) = self.phones[who].store() else { return Ok(Disk::default()) };
        Ok((store.inventory()?, held::all(store)?))
    }

    fn note_what_is_away(&mut self, who: Who, given: &[Uuid]) -> Checked {
        for id in given {
            let record = self.ledger.of(*id).and_then(|promise| record_of(&promise.command));
            let away = record.map(|record| self.is_away(who, record)).transpose()?.unwrap_or_default();
            let document = record.map(|record| DocumentId::new(record.into_bytes()));
            let store = self.phones[who].store();
            let gone = store.zip(document).map(|(store, document)| store.is_purged(document)).transpose()?;
            let (old, moved) = (self.phones[who].app == OLD, self.phones[who].changes_roles());
            if let Some(promise) = self.ledger.of(*id) {
                promise.met.old |= old;
                promise.met.gone |= moved || gone.unwrap_or_default();
                promise.met.away |= away;
            }
        }
        Ok(())
    }

    /// Every command of the call has exactly one answer among its outputs.
    fn hear_answers(&mut self, who: Who, given: &[Uuid], outputs: &[Output], heard: Heard) -> Checked {
        let answers: Vec<_> = outputs.iter().filter_map(answer).collect();
        let ids: Vec<_> = answers.iter().map(|(id, _)| *id).collect();
        let name = self.phones[who].name();
        Rule::Answered.hold(ids == given, || format!("{name} gave {given:?} and heard {ids:?}"))?;
        answers.into_iter().try_for_each(|(id, outcome)| self.hear(who, id, outcome, heard))
    }

    fn obey_phone(&mut self, who: Who, output: Output) -> Checked {
        match output {
            Output::Connect => return self.dial(who),
            Output::Send(frame) => self.post_up(who, frame),
            Output::Disconnect => self.hang_up_or_stop_dialling(who),
            Output::WakeAt(at) => self.set_alarm(who, at),
            Output::Touched(_) | Output::Answer { .. } => {}
        }
        Ok(())
    }

    fn hang_up_or_stop_dialling(&mut self, who: Who) {
        if self.phones[who].line.socket.is_some() {
            self.hang_up(who);
        } else {
            self.phones[who].forget_socket();
        }
    }

    fn set_alarm(&mut self, who: Who, at: u64) {
        let phone = &mut self.phones[who];
        phone.alarm += 1;
        let rings = phone.part.clock.truth(at).max(self.now + 1);
        self.calendar.put(rings, Moment::Alarm(who, phone.alarm));
    }
}

fn is_welcome(input: &Input) -> bool {
    let Input::Frame(frame) = input else { return false };
    matches!(codec::decode_to_device(frame), Ok(ToDevice::Welcome(_)))
}

fn commands(inputs: &[Input]) -> Vec<Uuid> {
    let ids = inputs.iter().map(|input| if let Input::Command { id, .. } = input { Some(*id) } else { None });
    ids.flatten().collect()
}

fn answer(output: &Output) -> Option<(Uuid, &Outcome)> {
    if let Output::Answer { id, outcome } = output { Some((*id, outcome)) } else { None }
}
