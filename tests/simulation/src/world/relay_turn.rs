//! One call of the relay's loop: what is given, whether the power lasts, and what the host then does.

use tapak_engine::relay::{Input, Output, Socket};

use super::World;
use super::doom::{Crash, strike};
use crate::broken::{Checked, Rule};
use crate::tally::Count;

impl World {
    pub(super) fn relay_turn(&mut self) -> Checked {
        let most = 1 + self.dice.index(16);
        self.station.turn_due = false;
        if !self.station.is_on() || self.station.inbox.is_empty() {
            return Ok(());
        }
        let inputs = self.station.next_batch(most);
        self.tally.add_many(Count::Batches, u64::from(inputs.len() > 1));
        let struck = strike(&mut self.station.doom);
        self.call_relay(inputs, struck)?;
        if !self.station.inbox.is_empty() {
            self.relay_turn_soon();
        }
        Ok(())
    }

    fn call_relay(&mut self, inputs: Vec<Input>, struck: Option<Crash>) -> Checked {
        if struck != Some(Crash::Between) {
            let broken = self.station.disk_full || struck == Some(Crash::BeforeCommit);
            self.station.break_disk(broken);
            let outputs = self.station.handle(inputs, self.now);
            if struck.is_none() {
                self.obey_relay_all(outputs)?;
            }
            self.note_revoked()?;
            self.note_work()?;
        }
        if let Some(crash) = struck {
            self.crash_relay(crash);
        }
        Ok(())
    }

    /// A relay whose disk failed has let go of every connection it knew.
    pub(super) fn obey_relay_all(&mut self, outputs: Vec<Output>) -> Checked {
        let failed = outputs.iter().any(|output| matches!(output, Output::Failed(_)));
        let full = self.station.disk_full;
        self.station.break_disk(full);
        outputs.into_iter().try_for_each(|output| self.obey_relay(output))?;
        let left = self.station.left_open();
        Rule::Manners.hold(!failed || left.is_empty(), || format!("the relay failed and left {left:?} open"))
    }

    fn obey_relay(&mut self, output: Output) -> Checked {
        match output {
            Output::Send(socket, frame) => {
                self.note_answer(socket, &frame)?;
                self.post_down(socket, frame);
            }
            Output::Close(socket, code) => {
                self.tell_relay(format_args!("closes {}: {code}", socket.0));
                self.close(socket);
            }
            // Nobody asks at the site in these runs.
            Output::Answered(..) => {}
            Output::Failed(fault) => {
                self.count(Count::RelayFailures);
                Rule::HonestFault.hold(self.station.disk_full, || format!("the relay failed: {fault}"))?;
            }
        }
        Ok(())
    }

    fn close(&mut self, socket: Socket) {
        self.station.forget_socket(socket);
        self.relay_is_gone(socket, true);
    }
}
