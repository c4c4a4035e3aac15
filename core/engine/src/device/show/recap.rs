//! Rekap: the batches, one of them, and what would be in the next.

use tapak_domain::Noun;
use tapak_domain::policy::may;
use tapak_domain::recap::FROZEN;
use tapak_domain::recap::freeze::Cutoff;
use tapak_store::recap::Waiting;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::recap;
use crate::view::recap::{NextRecapView, RecapLine, RecapRow, RecapView, RecapsView};

impl Device {
    pub(super) fn show_recaps(&self, offset: u32, limit: u32, now: u64) -> Result<RecapsView, Fault> {
        let (rows, total) = self.store.recaps(offset, limit.min(super::PAGE))?;
        let row = |row| self.with_mark(recap::row(&self.store, &self.crew, row)?);
        Ok(RecapsView {
            rows: rows.iter().map(row).collect::<Result<_, Fault>>()?,
            total,
            waiting: recap::figures(&self.waiting_lines(None, now)?),
            until: self.store.frozen_until()?,
            freezes: self.role().is_some_and(|role| may(role, Noun::Recap, FROZEN)),
        })
    }

    pub(super) fn show_recap(&self, id: Uuid) -> Result<Option<RecapView>, Fault> {
        let Some(view) = recap::view(&self.store, &self.crew, id)? else { return Ok(None) };
        Ok(Some(RecapView { row: self.with_mark(view.row)?, lines: view.lines }))
    }

    pub(super) fn show_next_recap(&self, until: Option<u64>, now: u64) -> Result<NextRecapView, Fault> {
        let lines = self.waiting_lines(until, now)?;
        Ok(NextRecapView { figures: recap::figures(&lines), lines })
    }

    fn waiting_lines(&self, until: Option<u64>, now: u64) -> Result<Vec<RecapLine>, Fault> {
        let (before, cutoff) = (self.store.frozen_until()?, Cutoff::new(until, now));
        let reached = |waiting: &Waiting| cutoff.reaches(u64::try_from(waiting.claim.at).unwrap_or_default());
        let waiting = self.store.claims_waiting()?.into_iter().filter(reached);
        Ok(waiting.map(|waiting| recap::waiting(&self.store, waiting, before)).collect::<Result<_, _>>()?)
    }

    fn with_mark(&self, row: RecapRow) -> Result<RecapRow, Fault> {
        let whereabouts = self.store.named(row.id)?.map(|named| named.whereabouts).unwrap_or_default();
        Ok(RecapRow { mark: self.mark(whereabouts, None), ..row })
    }
}
