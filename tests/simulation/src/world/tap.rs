//! What we overhear on the wire: which changes were pushed, what the relay said of each, and what a tampered app is told.

use tapak_document::ChangeInfo;
use tapak_domain::Role;
use tapak_engine::relay::Socket;
use tapak_sync::message::{Boot, BootMark, Cards, Push, Pushed, Welcome};
use tapak_sync::{ChangeHash, DocumentId, Outcome, RefusalCode, Roster, SignedChange, ToDevice, ToRelay, codec};

use uuid::Uuid;

use super::phone::Phone;
use super::{Who, World};
use crate::broken::{Checked, Rule};
use crate::tally::Count;

impl World {
    pub(super) fn note_push(&mut self, socket: Socket, frame: &[u8]) {
        match codec::decode_to_relay(frame) {
            Ok(ToRelay::Push(Push { batch, changes })) => {
                if let Some(wire) = self.wires.get_mut(&socket) {
                    wire.pushed.insert(batch, changes.iter().filter_map(named).collect());
                }
            }
            Ok(ToRelay::Fetch(fetch)) => self.tally.add_many(Count::Fetches, fetch.documents.len() as u64),
            Ok(_) | Err(_) => {}
        }
    }

    /// The relay spoke: from now on it is bound by what it acknowledged, whether the frame arrives or not.
    pub(super) fn note_answer(&mut self, socket: Socket, frame: &[u8]) -> Checked {
        let Some(who) = self.wires.get(&socket).map(|wire| wire.who) else { return Ok(()) };
        match codec::decode_to_device(frame) {
            Ok(ToDevice::Pushed(pushed)) => return self.note_outcomes(socket, who, pushed),
            Ok(ToDevice::Cards(Cards { cards, .. })) => self.tally.add_many(Count::Cards, cards.len() as u64),
            Ok(ToDevice::Welcome(Welcome { boot: Some(boot), .. })) => self.note_boot(socket, who, &boot),
            Ok(_) | Err(_) => {}
        }
        Ok(())
    }

    fn note_outcomes(&mut self, socket: Socket, who: Who, Pushed { batch, outcomes, .. }: Pushed) -> Checked {
        let pushed = self.wires.get(&socket).and_then(|wire| wire.pushed.get(&batch)).cloned().unwrap_or_default();
        pushed.into_iter().zip(outcomes).try_for_each(|(change, outcome)| self.note_outcome(who, change, outcome))
    }

    /// Cards are coming, which is a good moment for trouble.
    fn note_boot(&mut self, socket: Socket, who: Who, boot: &Boot) {
        let again = boot.mark != BootMark::default();
        self.count(if again { Count::BootsResumed } else { Count::Boots });
        self.tell(who, format_args!("is brought up by cards, from {:?}", boot.mark));
        self.trouble_boot(who, socket);
    }

    fn note_outcome(&mut self, who: Who, change: (DocumentId, ChangeHash), outcome: Outcome) -> Checked {
        match outcome {
            Outcome::Accepted(seq) => {
                self.count(Count::Acknowledged);
                self.check_not_revoked(who, change.1)?;
                self.lose_acknowledged(change.1)?;
                self.witness.acknowledged(change, seq)
            }
            Outcome::Known(seq) => self.witness.acknowledged(change, seq),
            Outcome::Refused(code) if self.witness.must_wait(code) => {
                self.count(Count::Waited);
                Ok(())
            }
            Outcome::Refused(RefusalCode::Purged) => {
                self.count(Count::RefusedAsErased);
                let erased = self.is_erased(Uuid::from_bytes(change.0.to_bytes()))?;
                Rule::Erased.hold(erased, || format!("{} was refused as erased and is not", change.1))
            }
            Outcome::Refused(code) => {
                self.count(Count::RefusedByRelay);
                self.tell_relay(format_args!("refuses {} a change: {code}", self.phones[who].name()));
                let phone = &self.phones[who];
                // Also what others wrote is given back to a restored relay, on whatever it builds.
                let waits = code == RefusalCode::MissingDependency && self.phones.iter().any(Phone::changes_roles);
                let late = waits || (phone.changes_roles() && code == RefusalCode::NotYourRole);
                self.witness.refused(who, phone.part.rogue || late, change, code)
            }
        }
    }

    /// A tampered app reads its own role as the owner's, wherever the relay tells it.
    pub(super) fn tampered(&self, who: Who, frame: Vec<u8>) -> Vec<u8> {
        if !self.phones[who].is_tampered() {
            return frame;
        }
        let Ok(mut message) = codec::decode_to_device(&frame) else { return frame };
        match &mut message {
            ToDevice::Paired(paired) => Role::Owner.code().clone_into(&mut paired.role),
            ToDevice::Welcome(welcome) => {
                Role::Owner.code().clone_into(&mut welcome.role);
                self.promote(who, &mut welcome.roster);
            }
            ToDevice::Roster(roster) => self.promote(who, roster),
            ToDevice::Challenge(_)
            | ToDevice::Page(_)
            | ToDevice::Pushed(_)
            | ToDevice::Seen(_)
            | ToDevice::Pong(_)
            | ToDevice::Cards(_)
            | ToDevice::Proof(_)
            | ToDevice::Reconcile(_)
            | ToDevice::Looking(_)
            | ToDevice::Heard(_)
            | ToDevice::Leave(_)
            | ToDevice::FileHave(_)
            | ToDevice::FilePart(_)
            | ToDevice::Bye(_) => return frame,
        }
        codec::encode(&message).unwrap_or(frame)
    }

    fn promote(&self, who: Who, roster: &mut Roster) {
        let person = self.phones[who].part.person;
        let own = roster.0.iter_mut().filter(|entry| entry.person == person);
        own.for_each(|entry| Role::Owner.code().clone_into(&mut entry.role));
    }
}

fn named(change: &SignedChange) -> Option<(DocumentId, ChangeHash)> {
    let info = ChangeInfo::parse(&change.change).ok()?;
    Some((change.document, ChangeHash::new(info.hash.0)))
}
