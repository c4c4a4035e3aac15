//! Files: photos and proofs of payment, kept on the device first; and looked at by others.

use tapak_domain::Noun;
use tapak_domain::order::FileKind;
use tapak_engine::FileHash;
use tapak_engine::command::Command;
use tapak_engine::device::Input;

use super::{Deed, Expect};
use crate::broken::Checked;
use crate::dice::Dice;
use crate::tally::Count;
use crate::world::{Who, World};

/// Some are sent in one part, some in three.
const LARGEST: u64 = 120_000;

impl World {
    /// On the device's disk before anything else, if that takes it.
    pub(super) fn attach(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(row) = self.some_order(who)? else { return Ok(None) };
        let kind = self.dice.one(FileKind::OF_ORDERS);
        let bytes = picture(&mut self.dice);
        let Ok(Some(hash)) = self.phones[who].keep_file(&bytes, self.now) else { return Ok(None) };
        self.count(Count::Files);
        let file = hash.to_string();
        let expect = self.expect_file(who, kind);
        let command = Command::AttachFile { id: row.id, file: file.clone(), kind };
        Ok(Some(Deed { command, expect, mark: file, seen: 0 }))
    }

    fn expect_file(&self, who: Who, kind: FileKind) -> Expect {
        let sees = |role: &tapak_domain::Role| kind.seen_by(*role);
        let roles = &self.phones[who].roles;
        match (roles.iter().all(sees), roles.iter().any(sees)) {
            (true, _) => self.expect(who, Noun::Order, "attached", Expect::Done),
            (false, true) => Expect::Either,
            (false, false) => Expect::Refused("not_your_role"),
        }
    }

    /// Somebody wants to see a file of an order.
    pub(super) fn look_at_a_file(&mut self, who: Who) -> Checked {
        let Some(row) = self.some_order(who)? else { return Ok(()) };
        let Some(page) = self.phones[who].order_if_whole(row.id, self.now)? else { return Ok(()) };
        let wanted = self.dice.pick(&page.files).filter(|file| !file.here);
        if let Some(file) = wanted.and_then(|file| file_hash(&file.file)) {
            self.count(Count::FilesWanted);
            self.give_phone(who, Input::FetchFile { file: file.to_bytes() });
        }
        Ok(())
    }
}

fn picture(dice: &mut Dice) -> Vec<u8> {
    let blocks = dice.within(1_000..LARGEST) / 32;
    (0..blocks).flat_map(|_| dice.bytes::<32>()).collect()
}

/// From hex.
pub(crate) fn file_hash(hex: &str) -> Option<FileHash> {
    let byte = |at: usize| u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok();
    let bytes: Vec<_> = (0..32).map(byte).collect::<Option<_>>()?;
    Some(FileHash::new(bytes.try_into().ok()?))
}
