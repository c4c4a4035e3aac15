//! Money in the run: totals, claims and what is found on the account, each with words by which it is known again.

use std::cmp::Ordering;

use tapak_domain::order::{ClaimDraft, Outcome, VerdictDraft};
use tapak_domain::shop::{BankAccount, Setting};
use tapak_engine::command::Command;
use tapak_engine::view::order::{OrderAction, OrderView};
use tapak_engine::view::statement::BankLineRow;
use tapak_engine::view::verification::LineWay;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use super::{Deed, Expect};
use crate::broken::Checked;
use crate::dice::Dice;
use crate::tally::Count;
use crate::world::{Who, World};

/// Where most buyers transfer to.
const ACCOUNT: &str = "1391234567";
/// One of the first few again, which two orders must not both have.
const AGAIN: u64 = 250;
const FEW: usize = 4;

impl World {
    /// The owner says where buyers transfer to, before anything else, and how soon. Clocks are further apart than that.
    pub(super) fn set_up(&mut self, who: Who) -> Checked<Option<Deed>> {
        let View::Shop(shop) = self.phones[who].view(&Query::Shop, self.now)? else { return Ok(None) };
        let setting = if shop.settings.accounts.is_empty() {
            let account = |bank: &str, number: &str| BankAccount {
                bank: bank.to_owned(),
                number: number.to_owned(),
                holder: "CV Tapak".to_owned(),
            };
            Setting::Accounts(vec![account("BCA", ACCOUNT), account("Mandiri", "1310009012345")])
        } else if shop.settings.deadline_hours != 1 {
            Setting::DeadlineHours(1)
        } else {
            return self.open_the_shelves(who);
        };
        Ok(Some(Deed {
            command: Command::SetUp { setting },
            expect: Expect::Either,
            mark: "accounts".to_owned(),
            seen: 0,
        }))
    }

    /// A picture the buyer sent, mostly a new one.
    pub(super) fn proof(&mut self, who: Who) -> String {
        if !self.dice.chance(250) {
            return String::new();
        }
        let again = self.dice.chance(300);
        if let Some(file) = self.dice.pick(&self.phones[who].proofs).filter(|_| again) {
            return file.clone();
        }
        let bytes: Vec<u8> = (0..40).flat_map(|_| self.dice.bytes::<32>()).collect();
        self.keep_proof(who, &bytes).unwrap_or_default()
    }

    /// Nothing when the disk takes none.
    pub(super) fn keep_proof(&mut self, who: Who, bytes: &[u8]) -> Option<String> {
        let hash = self.phones[who].keep_file(bytes, self.now).ok().flatten()?;
        self.count(Count::Files);
        let file = hash.to_string();
        self.phones[who].proofs.push(file.clone());
        Some(file)
    }

    /// Looking for money on the account: a line of a statement here, or the statement that has one is read first.
    pub(super) fn search_the_account(
        &mut self,
        who: Who,
        action: OrderAction,
        page: &OrderView,
        mark: &str,
    ) -> Checked<Command> {
        let refunds = action == OrderAction::Refund;
        let amount = if refunds { -page.row.paid } else { page.row.due.max(1) };
        let line = self.bank_line(who, amount)?;
        if line.is_none() && self.dice.chance(900) {
            return Ok(self.statement(amount));
        }
        Ok(if refunds { refund(page, line, mark) } else { verify(page, line, mark, &mut self.dice) })
    }

    /// Mostly what fits best. Two people may look at the same line.
    fn bank_line(&mut self, who: Who, amount: i64) -> Checked<Option<BankLineRow>> {
        let query = bank_lines(amount);
        let View::BankLines(lines) = self.phones[who].view(&query, self.now)? else { return Ok(None) };
        let best = self.dice.chance(850);
        let picked = if best { lines.rows.first() } else { self.dice.pick(&lines.rows) };
        Ok(picked.map(|row| row.line.clone()))
    }

    /// Of one line; now and then of one that others read as well.
    fn statement(&mut self, amount: i64) -> Command {
        let again = self.dice.chance(AGAIN);
        let name = if again { self.dice.index(FEW).to_string() } else { self.dice.id().to_string() };
        let amount = if again { amount.signum() * 250_000 } else { amount };
        let (credit, debit) = (amount.max(0), (-amount).max(0));
        let text = format!("Tanggal;Keterangan;Kredit;Debet\n24/11/2026;TRSF {name};{credit};{debit}\n");
        Command::ImportStatement { account: ACCOUNT.to_owned(), text, file: "mutasi.csv".to_owned() }
    }
}

/// The bank's lines that are closest to an amount; below zero it went out.
pub(super) fn bank_lines(amount: i64) -> Query {
    let way = if amount < 0 { LineWay::Out } else { LineWay::In };
    Query::BankLines { amount: amount.abs(), account: ACCOUNT.to_owned(), way, search: String::new() }
}

pub(super) fn telling(action: OrderAction, page: &OrderView, mark: &str) -> Command {
    let id = page.row.id;
    if action == OrderAction::Expire {
        return Command::ExpireTotal { id };
    }
    let fee_reason = Some(mark.to_owned());
    Command::TotalOrder { id, account: String::new(), discount: None, fee_reason, address_reason: None }
}

pub(super) fn claim(page: &OrderView, file: String, mark: &str, dice: &mut Dice) -> Command {
    let amount = if file.is_empty() || dice.chance(500) { page.row.due.max(1).to_string() } else { String::new() };
    let claim = ClaimDraft { amount, bank: "BRI".to_owned(), payer: mark.to_owned(), paid_at: String::new(), file };
    Command::ClaimPayment { id: page.row.id, claim }
}

/// Mostly all of it; now and then too little, too much, or nothing.
fn verify(page: &OrderView, line: Option<BankLineRow>, mark: &str, dice: &mut Dice) -> Command {
    let claim = open_claim(page);
    let due = page.row.due.max(1);
    let came = line.as_ref().map(|line| line.amount);
    let (outcome, amount) = match (dice.below(12), came) {
        (0, _) if claim.is_some() => (Outcome::Rejected, 0),
        (_, Some(came)) if came > due => (Outcome::Over, came),
        (1..6, Some(came)) if came < due => (Outcome::Short, came),
        (_, Some(came)) => (Outcome::Paid, came),
        (1, None) => (Outcome::Short, (due / 2).max(1)),
        (2, None) => (Outcome::Over, due + 50_000),
        (_, None) => (Outcome::Paid, due),
    };
    verdict(page, outcome, (amount, line), mark)
}

/// On this line of the bank, whatever it comes to.
pub(super) fn found(page: &OrderView, line: BankLineRow, mark: &str) -> Command {
    let (came, due) = (line.amount, page.row.due.max(1));
    let outcome = match came.cmp(&due) {
        Ordering::Less => Outcome::Short,
        Ordering::Equal => Outcome::Paid,
        Ordering::Greater => Outcome::Over,
    };
    verdict(page, outcome, (came, Some(line)), mark)
}

fn verdict(page: &OrderView, outcome: Outcome, came: (i64, Option<BankLineRow>), mark: &str) -> Command {
    let (amount, line) = came;
    let (cash, bank_line, claim) = (line.is_none(), line.map(|line| line.id), open_claim(page));
    let verdict = VerdictDraft { outcome, amount: amount.to_string(), bank_line, cash, reason: mark.to_owned(), claim };
    Command::VerifyPayment { id: page.row.id, verdict }
}

/// The claim that waits for an answer.
fn open_claim(page: &OrderView) -> Option<Uuid> {
    let claims = page.payment.iter().flat_map(|payment| &payment.claims);
    claims.filter(|claim| !claim.answered).map(|claim| claim.id).next_back()
}

fn refund(page: &OrderView, line: Option<BankLineRow>, mark: &str) -> Command {
    let total = page.totalan.as_ref().map_or(0, |totalan| totalan.total);
    let amount = if page.row.paid > total { page.row.paid - total } else { page.row.paid };
    Command::RefundPayment {
        id: page.row.id,
        amount: amount.to_string(),
        reason: mark.to_owned(),
        bank_line: line.map(|line| line.id),
    }
}
