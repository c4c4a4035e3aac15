//! Verifikasi: orders that wait for money beside the lines of the bank. What fits is suggested, never taken.

use tapak_domain::Noun;
use tapak_domain::order::{Conflict, FileKind, Outcome, Standing};
use tapak_domain::policy::may;
use tapak_domain::shop::BankAccount;
use tapak_domain::statement::account_key;
use tapak_domain::values::Rupiah;
use tapak_store::bank_line::{LineRow, Wanted, Way};
use tapak_store::claim::ClaimRow;
use tapak_store::order::OrderRow as Stored;
use tapak_store::pick::{Pick, Sort, Wanted as Orders};
use tapak_store::record::Whereabouts;
use tapak_sync::FileHash;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::hex;
use crate::view::order::{FileRow, OrderRow};
use crate::view::statement::BankLineRow;
use crate::view::verification::{BankLinesView, ComparedLine, DueRow, LineWay, RefundRow, VerificationView};

/// Orders and lines a person looks through.
const SHOWN: u32 = 200;
const LINES: u32 = 60;
type Placed = (Stored, Whereabouts);

const WAITING: &[Pick] = &[
    Pick::Standing(Standing::Claimed),
    Pick::Standing(Standing::Totalled),
    Pick::Standing(Standing::Short),
    Pick::Standing(Standing::Expired),
];

impl Device {
    /// Nothing for who may not say what was paid.
    pub(super) fn show_verification(&mut self, search: &str, now: u64) -> Result<VerificationView, Fault> {
        let accounts = self.shop()?.settings.accounts;
        if !self.verifies() {
            return Ok(VerificationView { accounts, ..VerificationView::default() });
        }
        let search = search.trim();
        let due = if search.is_empty() { self.due_now(&accounts)? } else { self.due_found(search, now, &accounts)? };
        Ok(VerificationView {
            due,
            waiting: self.picked(&[Pick::Claimed], "", now)?.1,
            refunds: self.refunds(now)?,
            unbacked: self.orders_of_ids(self.store.orders_without_line()?)?,
            imports: self.show_statements()?.imports,
            accounts,
            verifies: true,
        })
    }

    fn verifies(&self) -> bool {
        self.role().is_some_and(|role| may(role, Noun::Order, "verified"))
    }

    /// The longest waiting first, and how many there are.
    fn picked(&self, picks: &[Pick], search: &str, now: u64) -> Result<(Vec<Placed>, u32), Fault> {
        let now = i64::try_from(now).unwrap_or(i64::MAX);
        let wanted = Orders { picks, now, search, sort: Sort::OldestFirst, offset: 0, limit: SHOWN };
        Ok(self.store.orders(wanted)?)
    }

    /// Claims, then money nobody claimed.
    fn due_now(&self, accounts: &[BankAccount]) -> Result<Vec<DueRow>, Fault> {
        let mut rows: Vec<DueRow> = Vec::new();
        for claim in self.store.open_claims(SHOWN)? {
            if rows.iter().all(|row| row.order.id != claim.record) {
                rows.extend(self.due_row(claim.record, Some(claim), accounts)?);
            }
        }
        for record in self.store.orders_with_money(SHOWN)? {
            rows.extend(self.due_row(record, None, accounts)?.filter(|row| !row.fits.is_empty()));
        }
        Ok(rows)
    }

    /// By name, number or phone, or by what is still to come.
    fn due_found(&self, search: &str, now: u64, accounts: &[BankAccount]) -> Result<Vec<DueRow>, Fault> {
        let found = self.picked(WAITING, search, now)?.0;
        let mut records: Vec<_> = found.into_iter().map(|(row, _)| row.id).collect();
        if let Ok(amount) = Rupiah::parse(search) {
            records.extend(self.store.orders_owing(amount.get(), SHOWN)?);
        }
        let mut rows: Vec<DueRow> = Vec::new();
        for record in records {
            if rows.iter().all(|row| row.order.id != record) {
                let claim = self.store.claims_of(record)?.into_iter().find(|claim| !claim.answered);
                rows.extend(self.due_row(record, claim, accounts)?);
            }
        }
        Ok(rows)
    }

    fn due_row(
        &self,
        record: Uuid,
        claim: Option<ClaimRow>,
        accounts: &[BankAccount],
    ) -> Result<Option<DueRow>, Fault> {
        let Some((row, whereabouts)) = self.store.order(record)? else { return Ok(None) };
        let (account, due) = (row.money.account.clone(), row.money.due);
        let key = account_key(&account);
        let bank = accounts.iter().find(|known| account_key(&known.number) == key).map(|known| known.bank.clone());
        let proof = claim.as_ref().map(|claim| self.proof_of(claim)).transpose()?.flatten();
        Ok(Some(DueRow {
            fits: if due > 0 { self.store.lines_that_fit(&key, due)? } else { Vec::new() },
            order: self.order_row(row, whereabouts),
            bank: bank.unwrap_or_default(),
            account,
            claim: claim.map(|claim| self.listed_claim(claim)),
            proof,
        }))
    }

    fn proof_of(&self, claim: &ClaimRow) -> Result<Option<FileRow>, Fault> {
        let Some(hash) = hex::read(&claim.file).map(FileHash::new) else { return Ok(None) };
        Ok(Some(self.file_row(claim.record, hash, FileKind::PaymentProof)?))
    }

    fn refunds(&self, now: u64) -> Result<Vec<RefundRow>, Fault> {
        let mut rows = Vec::new();
        for (row, whereabouts) in self.picked(&[Pick::RefundDue], "", now)?.0 {
            let flags = self.store.flags_of(row.id)?;
            let due = flags.iter().find(|flag| matches!(flag.conflict, Conflict::Overpaid | Conflict::CancelledPaid));
            let Some(flag) = due else { continue };
            rows.push(RefundRow {
                order: self.order_row(row, whereabouts),
                why: flag.conflict.code().to_owned(),
                amount: flag.detail.parse().unwrap_or_default(),
            });
        }
        Ok(rows)
    }

    fn orders_of_ids(&self, ids: Vec<Uuid>) -> Result<Vec<OrderRow>, Fault> {
        let mut rows = Vec::new();
        for id in ids {
            rows.extend(self.store.order(id)?.map(|(row, whereabouts)| self.order_row(row, whereabouts)));
        }
        Ok(rows)
    }

    pub(super) fn show_bank_lines(
        &self,
        amount: i64,
        account: &str,
        way: LineWay,
        search: &str,
    ) -> Result<BankLinesView, Fault> {
        if !self.verifies() {
            return Ok(BankLinesView { rows: Vec::new(), total: 0 });
        }
        let key = account_key(account);
        let signed = if way == LineWay::Out { -amount } else { amount };
        let wanted = Wanted { amount: signed, account: &key, way: way.into(), search, limit: LINES };
        let (lines, total) = self.store.bank_lines(wanted)?;
        let rows = lines.into_iter().map(|line| self.compared(line, signed, &key)).collect::<Result<_, Fault>>()?;
        Ok(BankLinesView { rows, total })
    }

    fn compared(&self, line: LineRow, amount: i64, account: &str) -> Result<ComparedLine, Fault> {
        let exact = line.amount == amount && line.account == account;
        let alike = if exact { self.store.orders_of_alike(&line)? } else { Vec::new() };
        let orders = self.numbers(self.store.key_holders(Conflict::BankLine, &line.id.to_string())?)?;
        Ok(ComparedLine {
            fits: exact && orders.is_empty(),
            outcome: outcome(line.amount.abs(), amount.abs()),
            orders,
            alike: self.numbers(alike)?,
            line: BankLineRow { id: line.id, date: line.date, text: line.text, amount: line.amount },
        })
    }

    fn numbers(&self, ids: Vec<Uuid>) -> Result<Vec<String>, Fault> {
        Ok(self.orders_of_ids(ids)?.into_iter().map(|row| row.number).collect())
    }
}

fn outcome(came: i64, due: i64) -> Outcome {
    match came.cmp(&due) {
        std::cmp::Ordering::Less => Outcome::Short,
        std::cmp::Ordering::Equal => Outcome::Paid,
        std::cmp::Ordering::Greater => Outcome::Over,
    }
}

impl From<LineWay> for Way {
    fn from(way: LineWay) -> Self {
        match way {
            LineWay::In => Self::In,
            LineWay::Out => Self::Out,
            LineWay::Any => Self::Any,
        }
    }
}
