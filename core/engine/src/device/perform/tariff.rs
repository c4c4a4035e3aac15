//! Commands about tariffs: a whole table in, a whole import out.

use tapak_domain::tariff::import::{self, Service};
use tapak_domain::tariff::{Tariff, table, withdraw};
use tapak_domain::values::Courier;
use tapak_domain::{Noun, Refusal, Stamp};
use uuid::Uuid;

use super::{Decided, Write, Writes, missing, on};
use crate::device::Device;
use crate::device::turn::Turn;
use crate::fault::Fault;

/// A table as it was handed in.
pub(super) struct Table<'a> {
    pub(super) courier: &'a str,
    pub(super) service: &'a str,
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    pub(super) replace: bool,
}

impl Device {
    pub(super) fn import_tariffs(&mut self, table: &Table<'_>, now: Stamp, turn: &mut Turn) -> Decided {
        self.draw(turn)?;
        let courier = Courier::from_code(table.courier);
        let read = match table::read(table.text, courier, table.service, &self.places) {
            Ok(read) => read,
            Err(error) => return Ok(Err(vec![Refusal::at("text", error.code())])),
        };
        let services = self.services(&read, table.replace)?;
        let decided = self.ask(now, |context| import::decide(&services, table.file, context));
        Ok(match decided {
            Some(Ok(records)) => Ok(records.into_iter().map(|edits| self.new_tariff(edits, now)).collect()),
            Some(Err(refusals)) => Err(refusals.into_iter().map(Refusal::from).collect()),
            None => Err(vec![Refusal::whole("not_paired")]),
        })
    }

    fn services(&self, read: &[table::Read], replace: bool) -> Result<Vec<Service>, Fault> {
        let by_service = table::by_service(read).into_iter();
        let each = by_service.map(|((courier, service), rows)| {
            let before = self.store.tariffs_of_service(courier.code(), &service)?;
            Ok(Service { courier, service, rows, replaces: if replace { before } else { Vec::new() } })
        });
        each.collect()
    }

    fn new_tariff(&mut self, edits: Vec<tapak_domain::Edit>, now: Stamp) -> Write {
        Write { record: self.dice.id(now.millis), noun: Noun::Tariff, edits }
    }

    pub(super) fn withdraw_tariffs(&mut self, import: Uuid, now: Stamp, turn: &mut Turn) -> Decided {
        self.draw(turn)?;
        let records = self.store.tariffs_of_import(import)?;
        if records.is_empty() {
            return Ok(Err(missing()));
        }
        let each = records.into_iter().map(|id| self.withdraw_tariff(id, now));
        let decided = each.collect::<Result<Vec<Writes>, Fault>>()?;
        Ok(decided.into_iter().collect::<Result<Vec<_>, _>>().map(|writes| writes.into_iter().flatten().collect()))
    }

    fn withdraw_tariff(&mut self, id: Uuid, now: Stamp) -> Decided {
        let Some(tariff) = self.documents.open(&self.store, id)?.record()?.cloned().map(Tariff::new) else {
            return Ok(Err(missing()));
        };
        let crew = self.crew.clone();
        Ok(on(id, Noun::Tariff, self.ask(now, |context| withdraw::decide(&tariff, &crew, context))))
    }
}
