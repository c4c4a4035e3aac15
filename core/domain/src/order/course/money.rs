//! The money of an order: what buyers say they sent, what finance found on the account, and what went back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::conflict::Conflict;
use super::settlements::Settlements;
use super::stated::Stated;
use super::totalan::Totalan;
use crate::record::{DeviceId, Fact};
use crate::stamp::Stamp;

/// What finance makes of money that came, or of a claim that it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentOutcome"))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Paid,
    Short,
    Over,
    Rejected,
}

impl Outcome {
    pub const ALL: [Self; 4] = [Self::Paid, Self::Short, Self::Over, Self::Rejected];

    pub fn code(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Short => "short",
            Self::Over => "over",
            Self::Rejected => "rejected",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// The buyer says it was transferred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub id: Uuid,
    /// Rupiah; 0 where only a proof was sent.
    pub amount: i64,
    pub bank: String,
    pub payer: String,
    /// As the buyer said it.
    pub paid_at: String,
    /// Hash of the proof in hex, or empty.
    pub file: String,
    pub at: Stamp,
    pub by: DeviceId,
    /// What the order came to then, in rupiah.
    pub total: i64,
    /// Finance has said something about it.
    pub answered: bool,
}

/// Money finance saw, or a claim it found nothing for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub id: Uuid,
    pub outcome: Outcome,
    pub amount: i64,
    /// The line of the bank's statement, or empty.
    pub bank_line: String,
    pub cash: bool,
    pub reason: String,
    /// The claim it answers.
    pub claim: Option<Uuid>,
    /// The totalan it was compared with.
    pub version: u32,
    pub at: Stamp,
    pub by: DeviceId,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Money {
    pub claims: Vec<Claim>,
    pub verdicts: Vec<Verdict>,
    pub received: i64,
    pub refunded: i64,
    refund_lines: Vec<String>,
}

impl Money {
    pub(super) fn of(stated: &Stated<'_>, settlements: &Settlements) -> Self {
        let given_up = |line: &str| !line.is_empty() && settlements.choice(Conflict::BankLine, line).is_some();
        let mut verdicts: Vec<_> = stated.all_of("verified").filter_map(verdict).collect();
        verdicts.retain(|verdict| !given_up(&verdict.bank_line));
        let refunds: Vec<_> = stated.all_of("refunded").filter(|fact| !given_up(fact.text("bank_line"))).collect();
        let claims = stated.all_of("claimed").map(|fact| claim(fact, &verdicts, stated)).collect();
        let mut seen = BTreeSet::new();
        let counted = verdicts.iter().filter(|verdict| verdict.found());
        let received = counted.filter(|verdict| seen.insert(verdict.evidence())).map(|verdict| verdict.amount);
        let received = received.fold(0, i64::saturating_add);
        let mut seen = BTreeSet::new();
        let refunded = refunds.iter().filter(|fact| seen.insert(said_once(fact)));
        let refunded = refunded.map(|fact| fact.number("amount").max(0)).fold(0, i64::saturating_add);
        let refund_lines = refunds.iter().map(|fact| fact.text("bank_line").to_owned()).collect();
        Self { claims, verdicts, received, refunded, refund_lines }
    }

    /// Rupiah the shop has of this buyer.
    pub fn net(&self) -> i64 {
        self.received.saturating_sub(self.refunded)
    }

    pub fn open_claims(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| !claim.answered)
    }

    pub fn due(&self, totalan: &Totalan) -> i64 {
        if self.covers(totalan) { 0 } else { totalan.total.saturating_sub(self.net()).max(0) }
    }

    /// All of it has come, or what finance took for all of it; and no more went back than was too much.
    pub(super) fn covers(&self, totalan: &Totalan) -> bool {
        let taken_for_all = |verdict: &Verdict| {
            matches!(verdict.outcome, Outcome::Paid | Outcome::Over) && verdict.version == totalan.version
        };
        let enough = self.received >= totalan.total || self.verdicts.iter().any(taken_for_all);
        enough && self.refunded <= self.received.saturating_sub(totalan.total).max(0)
    }

    /// Verdicts that found money.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.found())
    }

    pub(super) fn bank_lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.counted().map(|verdict| &verdict.bank_line).chain(&self.refund_lines);
        lines.map(String::as_str).filter(|line| !line.is_empty())
    }
}

impl Verdict {
    fn found(&self) -> bool {
        self.outcome != Outcome::Rejected
    }

    /// Two devices that found the same money apart found it once.
    pub(super) fn evidence(&self) -> String {
        match (self.bank_line.as_str(), self.claim) {
            ("", Some(claim)) => claim.to_string(),
            ("", None) => self.id.to_string(),
            (line, _) => line.to_owned(),
        }
    }
}

fn said_once(refund: &Fact) -> String {
    let line = refund.text("bank_line");
    if line.is_empty() { refund.id.to_string() } else { line.to_owned() }
}

fn claim(fact: &Fact, verdicts: &[Verdict], stated: &Stated<'_>) -> Claim {
    Claim {
        id: fact.id,
        amount: fact.number("amount").max(0),
        bank: fact.text("bank").to_owned(),
        payer: fact.text("payer").to_owned(),
        paid_at: fact.text("paid_at").to_owned(),
        file: fact.text("file").to_owned(),
        at: fact.at,
        by: fact.by,
        total: Totalan::told_before(fact, stated),
        answered: verdicts.iter().any(|verdict| verdict.claim == Some(fact.id)),
    }
}

fn verdict(fact: &Fact) -> Option<Verdict> {
    Some(Verdict {
        id: fact.id,
        outcome: Outcome::from_code(fact.text("outcome"))?,
        amount: fact.number("amount").max(0),
        bank_line: fact.text("bank_line").to_owned(),
        cash: fact.flag("cash"),
        reason: fact.text("reason").to_owned(),
        claim: Uuid::parse_str(fact.text("claim")).ok(),
        version: u32::try_from(fact.number("version")).unwrap_or_default(),
        at: fact.at,
        by: fact.by,
    })
}
