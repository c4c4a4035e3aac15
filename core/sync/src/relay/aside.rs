//! Beside the road: what a device asks that moves no cursor, and proving that both ends have the same.

use super::{Effect, Live, Session};
use crate::code::ByeCode;
use crate::fingerprint::Fingerprint;
use crate::message::{Proof, SCOPED, ToDevice, ToRelay};

impl Session {
    /// A device that leaves is given nothing.
    pub(super) fn asked(&mut self, message: ToRelay, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return self.out_of_turn(effects) };
        if !live.leaving {
            if matches!(message, ToRelay::Reconcile(_) | ToRelay::Fetch(_)) {
                // What is exchanged now makes both ends equal without moving the head.
                live.proved = None;
            }
            let (device, scopes) = (live.device, live.scopes.clone());
            effects.push(Effect::Asked { device, scopes, message: Box::new(message) });
        }
    }

    pub(super) fn say(&mut self, message: &ToDevice, effects: &mut Vec<Effect>) {
        match self.live() {
            Some(live) if live.protocol >= SCOPED && !live.leaving => {}
            Some(_) | None => return,
        }
        if matches!(message, ToDevice::Cards(_)) {
            return self.send_small(message, effects);
        }
        self.send(message, effects);
    }

    pub(super) fn left(&mut self, effects: &mut Vec<Effect>) {
        match self.live() {
            Some(live) if live.leaving => self.bye(ByeCode::Revoked, effects),
            Some(_) | None => self.out_of_turn(effects),
        }
    }

    /// Once a device has everything and all is quiet, the two ends are compared; not after every change.
    pub(super) fn prove(&mut self, effects: &mut Vec<Effect>) {
        if let Some(live) = self.live_mut().filter(|live| live.to_be_proved()) {
            live.proved = Some(live.head);
            effects.push(Effect::Prove { scopes: live.scopes.clone() });
        }
    }

    pub(super) fn proved(&mut self, proof: Proof, effects: &mut Vec<Effect>) {
        if self.live().is_some_and(|live| live.sent == proof.cursor) {
            self.send(&ToDevice::Proof(proof), effects);
        }
    }
}

impl Live {
    fn is_level(&self) -> bool {
        self.boot.is_none() && self.stored == self.head && self.sent == self.head
    }

    fn to_be_proved(&self) -> bool {
        self.protocol >= SCOPED && !self.leaving && self.is_level() && self.proved != Some(self.head)
    }

    /// A device that comes back with nothing missed need not wait.
    pub(super) fn proof_at_once(&mut self, fingerprint: Fingerprint) -> Option<Fingerprint> {
        self.to_be_proved().then(|| {
            self.proved = Some(self.head);
            fingerprint
        })
    }
}
