//! A batch of claims as a sheet, read from projections: what a screen shows and what the relay writes into a file.

use tapak_domain::DeviceId;
use tapak_store::claim::ClaimRow;
use tapak_store::recap::{self, RecapEntry, Waiting};
use tapak_store::{Store, StoreError};
use uuid::Uuid;

use crate::crew::Crew;
use crate::documents;
use crate::fault::Fault;
use crate::view::badge::SyncMark;
use crate::view::recap::{RecapFigures, RecapLine, RecapRow, RecapView};

/// A batch as the database of a relay has it, for an export.
pub fn read(store: &Store, id: Uuid) -> Result<Option<RecapView>, Fault> {
    let crew = Crew::new(store.roster()?);
    Ok(view(store, &crew, id)?)
}

/// The latest batches of a relay's database, the latest first.
pub fn list(store: &Store, limit: u32) -> Result<Vec<RecapRow>, Fault> {
    let crew = Crew::new(store.roster()?);
    let rows = store.recaps(0, limit)?.0;
    Ok(rows.iter().map(|row| self::row(store, &crew, row)).collect::<Result<_, _>>()?)
}

pub(crate) fn view(store: &Store, crew: &Crew, id: Uuid) -> Result<Option<RecapView>, StoreError> {
    let Some(recap) = store.recap(id)? else { return Ok(None) };
    let entries = store.recap_entries(id)?;
    let lines = entries.into_iter().map(|entry| line(store, &recap, entry)).collect::<Result<_, _>>()?;
    Ok(Some(RecapView { row: row(store, crew, &recap)?, lines }))
}

/// Without its mark, which is a device's own.
pub(crate) fn row(store: &Store, crew: &Crew, recap: &recap::RecapRow) -> Result<RecapRow, StoreError> {
    let author = crew.find(DeviceId(recap.author));
    Ok(RecapRow {
        id: recap.id,
        from: Some(recap.since).filter(|since| *since > 0),
        until: recap.until,
        at: recap.at,
        person: author.map(|entry| entry.person.clone()).unwrap_or_default(),
        device_name: author.map(|entry| entry.device_name.clone()).unwrap_or_default(),
        figures: store.recap_figures(recap)?.into(),
        complete: recap.here >= recap.parts,
        mark: SyncMark::Relay,
    })
}

fn line(store: &Store, recap: &recap::RecapRow, entry: RecapEntry) -> Result<RecapLine, StoreError> {
    let RecapEntry { frozen, counted_in, now } = entry;
    let at = i64::try_from(frozen.at).unwrap_or(i64::MAX);
    let line = RecapLine {
        claim: frozen.claim,
        order: frozen.order,
        number: frozen.number,
        claimed_at: at,
        total: frozen.total,
        amount: frozen.amount,
        late: recap.before.is_some_and(|before| at <= before),
        counted_in,
        erased: store.is_purged(documents::wire(frozen.order))?,
        ..RecapLine::default()
    };
    let line = if let Some(claim) = now { with_claim(store, claim, line)? } else { line };
    with_order(store, line)
}

/// A claim that no batch has yet; `before` is up to when the latest batch reached.
pub(crate) fn waiting(store: &Store, waiting: Waiting, before: Option<i64>) -> Result<RecapLine, StoreError> {
    let Waiting { claim, number } = waiting;
    let line = RecapLine {
        claim: claim.id,
        order: claim.record,
        number,
        claimed_at: claim.at,
        total: claim.total,
        amount: claim.amount,
        late: before.is_some_and(|before| claim.at <= before),
        ..RecapLine::default()
    };
    with_order(store, with_claim(store, claim, line)?)
}

fn with_claim(store: &Store, claim: ClaimRow, line: RecapLine) -> Result<RecapLine, StoreError> {
    let found = Uuid::parse_str(&claim.bank_line).ok().map(|id| store.bank_line(id)).transpose()?.flatten();
    let (bank_date, bank_text) = found.map(|found| (found.date, found.text)).unwrap_or_default();
    let ClaimRow { bank, payer, paid_at, outcome, received, refunded, cash, .. } = claim;
    Ok(RecapLine { bank, payer, paid_at, outcome, received, refunded, bank_date, bank_text, cash, ..line })
}

fn with_order(store: &Store, line: RecapLine) -> Result<RecapLine, StoreError> {
    let Some((order, _)) = store.order(line.order)? else { return Ok(line) };
    Ok(RecapLine {
        number: order.number,
        buyer_name: order.buyer_name,
        contents: order.contents,
        courier: order.courier,
        standing: Some(order.standing),
        ..line
    })
}

/// What lines come to that no batch has yet.
pub(crate) fn figures(lines: &[RecapLine]) -> RecapFigures {
    let count =
        |is: fn(&RecapLine) -> bool| u32::try_from(lines.iter().filter(|line| is(line)).count()).unwrap_or(u32::MAX);
    let sum = |of: fn(&RecapLine) -> i64| lines.iter().map(of).fold(0, i64::saturating_add);
    RecapFigures {
        claims: count(|_| true),
        late: count(|line| line.late),
        again: 0,
        waiting: count(|line| line.outcome.is_none()),
        total: sum(|line| line.total),
        amount: sum(|line| line.amount),
        received: sum(|line| line.received),
        refunded: sum(|line| line.refunded),
    }
}

impl From<recap::Figures> for RecapFigures {
    fn from(figures: recap::Figures) -> Self {
        let recap::Figures { claims, late, again, waiting, total, amount, received, refunded } = figures;
        Self { claims, late, again, waiting, total, amount, received, refunded }
    }
}
