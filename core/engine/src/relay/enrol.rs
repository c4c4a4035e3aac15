//! Pairing: a one-time secret becomes a device of the shop.

use tapak_store::invite::Invited;
use tapak_sync::message::{Pair, Paired};
use tapak_sync::{ByeCode, RosterEntry, Sequence};

use super::{Relay, shop};
use crate::fault::Fault;

/// Prefixes run A1 to A9, then B1.
const PER_LETTER: usize = 9;
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRSTUVWXY";

impl Relay {
    /// The same device asking again gets the same answer: the first one may have been lost.
    pub(super) fn pair(&mut self, pair: &Pair, now: u64) -> Result<Result<Paired, ByeCode>, Fault> {
        let secret_hash = shop::hash(&pair.secret);
        let invited = match admit(self.store.invite(&secret_hash)?, pair, now) {
            Ok(invited) => invited,
            Err(code) => return Ok(Err(code)),
        };
        if self.crew.roster().find(pair.device).is_some_and(|entry| entry.key != pair.key) {
            return Ok(Err(ByeCode::BadSignature));
        }
        if invited.used_by.is_none() {
            self.store.use_invite(&secret_hash, pair.device)?;
            self.enrol(pair, &invited.role)?;
        }
        Ok(self.welcome_letter(pair))
    }

    fn enrol(&mut self, pair: &Pair, role: &str) -> Result<(), Fault> {
        let known = self.crew.roster().find(pair.device);
        let entry = RosterEntry {
            device: pair.device,
            key: pair.key,
            person: pair.person.clone(),
            device_name: pair.device_name.clone(),
            role: role.to_owned(),
            prefix: known.map_or_else(|| prefix(self.crew.roster().0.len()), |entry| entry.prefix.clone()),
            revoked_at: None,
            seen: Sequence::ZERO,
            roles_before: None,
            keys_before: None,
            wipe: None,
        };
        self.store.enrol(&entry)?;
        self.crew.add(entry);
        self.news.roster = true;
        Ok(())
    }

    fn welcome_letter(&self, pair: &Pair) -> Result<Paired, ByeCode> {
        let entry = self.crew.roster().find(pair.device).ok_or(ByeCode::UnknownDevice)?;
        Ok(Paired {
            shop: self.shop.id,
            shop_name: self.shop.name.clone(),
            epoch: self.shop.epoch,
            role: entry.role.clone(),
            prefix: entry.prefix.clone(),
        })
    }
}

fn admit(invited: Option<Invited>, pair: &Pair, now: u64) -> Result<Invited, ByeCode> {
    let invited = invited.ok_or(ByeCode::InviteUnknown)?;
    match invited.used_by {
        Some(device) if device == pair.device => Ok(invited),
        Some(_) => Err(ByeCode::InviteUsed),
        None if invited.expires < now => Err(ByeCode::InviteExpired),
        None => Ok(invited),
    }
}

/// What the order numbers of the `index`th device begin with. After the last letter a digit more is used.
fn prefix(index: usize) -> String {
    let (letter, digit) = (index / PER_LETTER, index % PER_LETTER + 1);
    let round = letter / LETTERS.len();
    let more = if round == 0 { String::new() } else { round.to_string() };
    format!("{}{more}{digit}", char::from(LETTERS[letter % LETTERS.len()]))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::prefix;

    #[test]
    fn prefixes_are_short_and_never_repeat() {
        assert_eq!([prefix(0), prefix(8), prefix(9)], ["A1", "A9", "B1"]);
        assert_eq!((0..512).map(prefix).collect::<BTreeSet<_>>().len(), 512);
    }
}
