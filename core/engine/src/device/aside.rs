//! What the relay says beside the road.

use tapak_sync::message::ToDevice;

use super::Device;
use super::event::Topic;
use super::turn::Turn;
use crate::fault::Fault;

impl Device {
    pub(super) fn heard(&mut self, message: ToDevice, turn: &mut Turn) -> Result<(), Fault> {
        match message {
            ToDevice::Cards(fetched) => self.take_cards(&fetched.cards, turn),
            ToDevice::Proof(proof) => self.compare(&proof, turn),
            ToDevice::Reconcile(heard) => self.go_on_comparing(&heard, turn),
            ToDevice::Looking(looking) => {
                self.looks(looking, turn);
                Ok(())
            }
            ToDevice::Heard(heard) => {
                self.connection.left_at.extend(heard.devices.iter().map(|of| (of.device, of.left_at)));
                turn.touch(Topic::Sync);
                Ok(())
            }
            ToDevice::FileHave(have) => self.file_is_there(have, turn),
            ToDevice::FilePart(part) => self.file_part(&part, turn),
            ToDevice::Challenge(_)
            | ToDevice::Paired(_)
            | ToDevice::Welcome(_)
            | ToDevice::Page(_)
            | ToDevice::Pushed(_)
            | ToDevice::Roster(_)
            | ToDevice::Seen(_)
            | ToDevice::Pong(_)
            | ToDevice::Bye(_)
            | ToDevice::Leave(_) => Ok(()),
        }
    }
}
