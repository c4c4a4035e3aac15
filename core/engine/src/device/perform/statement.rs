//! Commands about bank statements.

use tapak_domain::statement::import::{self, Import, account_of};
use tapak_domain::statement::{day_in_the_shop, read, withdraw};
use tapak_domain::{Edit, Noun, Refusal, Stamp};
use uuid::Uuid;

use super::{Decided, Write, missing, on};
use crate::device::Device;
use crate::device::turn::Turn;
use crate::statement;

impl Device {
    /// The last of its records has the id of the import.
    pub(super) fn import_statement(
        &mut self,
        account: &str,
        text: &str,
        file: &str,
        now: Stamp,
        turn: &mut Turn,
    ) -> Decided {
        self.draw(turn)?;
        let reading = match read(text, day_in_the_shop(turn.now)) {
            Ok(reading) => reading,
            Err(unreadable) => return Ok(Err(vec![Refusal::at("file", unreadable.code())])),
        };
        let lines = match account_of(account, &reading) {
            Ok(account) => statement::fresh(&self.store, statement::kept(&account, &reading))?,
            Err(_) => Vec::new(),
        };
        let id = self.dice.id(now.millis);
        let import = Import { id, account, file, reading: &reading, lines };
        let decided = self.ask(now, |context| import::decide(&import, context));
        Ok(match decided {
            Some(Ok(records)) => Ok(self.records(id, records, now)),
            Some(Err(refusals)) => Err(refusals.into_iter().map(Refusal::from).collect()),
            None => Err(vec![Refusal::whole("not_paired")]),
        })
    }

    fn records(&mut self, import: Uuid, mut records: Vec<Vec<Edit>>, now: Stamp) -> Vec<Write> {
        let last = records.pop();
        let mut writes = Vec::new();
        for edits in records {
            writes.push(Write { record: self.dice.id(now.millis), noun: Noun::Statement, edits });
        }
        writes.extend(last.map(|edits| Write { record: import, noun: Noun::Statement, edits }));
        writes
    }

    pub(super) fn withdraw_statement(&mut self, import: Uuid, now: Stamp, turn: &mut Turn) -> Decided {
        self.draw(turn)?;
        let (records, withdrawn) = self.store.records_of_import(import)?;
        let used = self.store.is_import_used(import)?;
        let mut writes = Vec::new();
        for record in &records {
            match on(*record, Noun::Statement, self.ask(now, |context| withdraw::decide(withdrawn, used, context))) {
                Ok(more) => writes.extend(more),
                Err(refusals) => return Ok(Err(refusals)),
            }
        }
        Ok(if writes.is_empty() { Err(missing()) } else { Ok(writes) })
    }
}
