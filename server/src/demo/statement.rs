//! What finance of the demo shop downloads from the banks before it looks for money: one file for each account.

use std::fmt::Write;

use tapak_domain::statement::day_in_the_shop;
use tapak_engine::command::Command;
use tapak_engine::view::order::OrderView;
use tapak_engine::view::verification::LineWay;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use super::crew::Seat;
use super::deed::{Deed, What};
use super::story::Story;
use super::{task, till};
use crate::fault::ServerFault;

const HEAD: &str = "Tanggal;Keterangan;Kredit;Debet\n";

/// A line of the bank as the story knows it.
struct Moved {
    line: Uuid,
    account: &'static str,
    text: String,
    /// Rupiah, below zero when it left.
    amount: i64,
}

impl Story<'_> {
    /// Everything that is found on an account in this shift is on the statement when the shift begins.
    pub(super) fn read_the_bank(&mut self, deeds: &[Deed]) -> Result<(), ServerFault> {
        let Some(now) = deeds.iter().map(|deed| deed.at).min() else { return Ok(()) };
        let moved = deeds.iter().map(|deed| self.moved(deed)).collect::<Result<Vec<_>, _>>()?;
        let moved: Vec<_> = moved.into_iter().flatten().collect();
        for account in [till::BCA, till::MANDIRI] {
            let here: Vec<_> = moved.iter().filter(|one| one.account == account).collect();
            if !here.is_empty() {
                self.import(account, &here, now)?;
            }
        }
        Ok(())
    }

    /// With the line as the bank has it.
    pub(super) fn on_the_statement(&self, what: What) -> What {
        let known = |line: Uuid| self.lines.get(&line).copied().unwrap_or(line);
        if let What::Verify(line, amount) = what {
            return What::Verify(line.map(known), amount);
        }
        if let What::Refund(line) = what { What::Refund(known(line)) } else { what }
    }

    fn moved(&mut self, deed: &Deed) -> Result<Option<Moved>, ServerFault> {
        let (What::Verify(Some(line), _) | What::Refund(line)) = deed.what else { return Ok(None) };
        let Some(id) = self.orders[deed.order] else { return Ok(None) };
        let View::Order(order) = self.wire.view(deed.by, &Query::Order { id }, deed.at)? else { return Ok(None) };
        Ok(Some(moved(&deed.what, line, &order)))
    }

    fn import(&mut self, account: &str, moved: &[&Moved], now: u64) -> Result<(), ServerFault> {
        let day = day_in_the_shop(now);
        let mut text = HEAD.to_owned();
        for Moved { text: what, amount, .. } in moved {
            let (credit, debit) = ((*amount).max(0), (-*amount).max(0));
            let _ = writeln!(text, "{};{what};{credit};{debit}", day.format("%d/%m/%Y"));
        }
        let file = format!("mutasi-{account}-{}.csv", day.format("%Y%m%d"));
        let command = Command::ImportStatement { account: account.to_owned(), text, file };
        self.wire.command(Seat::Finance, self.dice.id(), command, now)?;
        moved.iter().try_for_each(|one| self.learn(one, now))
    }

    /// The id the line has on every device.
    fn learn(&mut self, moved: &Moved, now: u64) -> Result<(), ServerFault> {
        let way = if moved.amount < 0 { LineWay::Out } else { LineWay::In };
        let (amount, account) = (moved.amount.abs(), moved.account.to_owned());
        let query = Query::BankLines { amount, account, way, search: String::new() };
        let View::BankLines(lines) = self.wire.view(Seat::Finance, &query, now)? else { return Ok(()) };
        let found = lines.rows.iter().find(|row| row.line.text == moved.text);
        self.lines.extend(found.map(|row| (moved.line, row.line.id)));
        Ok(())
    }
}

fn moved(what: &What, line: Uuid, order: &OrderView) -> Moved {
    let claims = order.payment.iter().flat_map(|payment| &payment.claims);
    let payer = claims.map(|claim| claim.payer.clone()).next_back().filter(|payer| !payer.is_empty());
    let name = payer.unwrap_or_else(|| order.row.buyer_name.clone()).to_uppercase();
    let told = order.totalan.as_ref().map(|totalan| totalan.account.as_str());
    let (way, amount) =
        if let What::Verify(_, amount) = what { ("CR", task::coming(order, *amount)) } else { ("DB", -order.row.paid) };
    Moved {
        line,
        account: if told == Some(till::MANDIRI) { till::MANDIRI } else { till::BCA },
        text: format!("TRSF E-BANKING {way} {:04}/{name}", line.as_u128() % 10_000),
        amount,
    }
}
