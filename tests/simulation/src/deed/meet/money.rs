//! Met over money: a claim beside an expiry; one bank line, one nominal, one proof for two orders; two batches.

use tapak_engine::command::Command;
use tapak_engine::view::View;
use tapak_engine::view::happening::Happening;
use tapak_engine::view::order::{OrderAction, OrderFilter, OrderView};
use tapak_engine::view::statement::BankLineRow;

use super::Sides;
use crate::broken::Checked;
use crate::deed::{Deed, Expect, money};
use crate::world::{Who, World};

/// Kode unik of one device's block.
const CODES: i64 = 49;

impl World {
    /// "Sudah transfer, Kak", while somebody lets the total expire.
    pub(super) fn claim_and_expiry(&mut self, cs: Who, closer: Who) -> Checked<Option<Sides>> {
        let buttons = ((cs, OrderAction::Claim), (closer, OrderAction::Expire));
        let pages = self.order_of_both(OrderFilter::Overdue, buttons.0, buttons.1)?;
        let Some([mine, theirs]) = pages else { return Ok(None) };
        let claimed = self.button(cs, OrderAction::Claim, &mine)?;
        Ok(Some([(cs, claimed), (closer, self.button(closer, OrderAction::Expire, &theirs)?)]))
    }

    /// Both find the money for another order on the same line.
    pub(super) fn one_line(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        for filter in [OrderFilter::Claimed, OrderFilter::Totalled, OrderFilter::Short] {
            let pages = self.order_for_each(filter, OrderAction::Verify, [one, another])?;
            let Some([mine, theirs]) = pages else { continue };
            let Some(line) = self.line_of_both(one, another, mine.row.due)? else { return Ok(None) };
            let first = self.find_on(one, &mine, line.clone());
            return Ok(Some([(one, first), (another, self.find_on(another, &theirs, line))]));
        }
        Ok(None)
    }

    /// A line both read and neither has used.
    fn line_of_both(&mut self, one: Who, another: Who, amount: i64) -> Checked<Option<BankLineRow>> {
        let (mine, theirs) = (self.free_lines(one, amount)?, self.free_lines(another, amount)?);
        Ok(mine.into_iter().find(|line| theirs.iter().any(|other| other.id == line.id)))
    }

    fn find_on(&mut self, who: Who, page: &OrderView, line: BankLineRow) -> Deed {
        let mark = format!("langkah {}", self.buyers.mark());
        let command = money::found(page, line, &mark);
        let expect = self.expect(who, tapak_domain::Noun::Order, "verified", Expect::Either);
        Deed { command, expect, mark, seen: page.timeline.len() }
    }

    /// Two buyers of different orders are told one amount: the code of one makes up for what the other's goods cost more.
    pub(super) fn one_nominal(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let pages = self.order_for_each(OrderFilter::Checked, OrderAction::Total, [one, another])?;
        let Some([mine, theirs]) = pages else { return Ok(None) };
        let (Some(my_code), Some(their_code)) = (self.next_code(one)?, self.next_code(another)?) else {
            return Ok(None);
        };
        let (least, most) = (sum(&mine) + my_code, sum(&theirs) + their_code);
        if least > most || mine.row.paid > 0 || theirs.row.paid > 0 {
            return Ok(None);
        }
        let discount = theirs.discount + most - least;
        let told = self.button(one, OrderAction::Total, &mine)?;
        let mut dearer = self.button(another, OrderAction::Total, &theirs)?;
        if let Command::TotalOrder { discount: said, .. } = &mut dearer.command {
            *said = Some(discount.to_string());
        }
        Ok(Some([(one, told), (another, dearer)]))
    }

    /// The code this device hands out next: the one behind the last it told. Nothing before its first.
    fn next_code(&mut self, who: Who) -> Checked<Option<i64>> {
        let (name, mut last) = (self.phones[who].name(), None);
        for row in self.phones[who].orders(OrderFilter::All, "", self.now)? {
            let Some(page) = self.phones[who].order_if_there(row.id, self.now)? else { continue };
            let own = page.timeline.into_iter().filter(|entry| entry.person == name);
            last = last.max(own.filter_map(|entry| code(&entry.what).map(|code| (entry.at, code))).max());
        }
        Ok(last.map(|(_, last)| (last - 1) / CODES * CODES + last % CODES + 1))
    }

    /// Two buyers send the same picture.
    pub(super) fn one_proof(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let pages = self.order_for_each(OrderFilter::Totalled, OrderAction::Claim, [one, another])?;
        let Some([mine, theirs]) = pages else { return Ok(None) };
        let bytes: Vec<u8> = (0..40).flat_map(|_| self.dice.bytes::<32>()).collect();
        let (Some(file), Some(same)) = (self.keep_proof(one, &bytes), self.keep_proof(another, &bytes)) else {
            return Ok(None);
        };
        let first = self.claim_with(one, &mine, file);
        Ok(Some([(one, first), (another, self.claim_with(another, &theirs, same))]))
    }

    fn claim_with(&mut self, who: Who, page: &OrderView, file: String) -> Deed {
        let mark = format!("langkah {}", self.buyers.mark());
        let command = money::claim(page, file, &mark, &mut self.dice);
        let expect = self.expect(who, tapak_domain::Noun::Order, "claimed", Expect::Either);
        Deed { command, expect, mark, seen: page.timeline.len() }
    }

    /// Both draw up the sheet of the afternoon.
    pub(super) fn two_recaps(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        for who in [one, another] {
            let recaps = self.phones[who].recaps(self.now)?;
            if !recaps.freezes || recaps.waiting.claims == 0 {
                return Ok(None);
            }
        }
        let first = self.freeze(one);
        Ok(Some([(one, first), (another, self.freeze(another))]))
    }

    fn free_lines(&mut self, who: Who, amount: i64) -> Checked<Vec<BankLineRow>> {
        let query = money::bank_lines(amount);
        let View::BankLines(lines) = self.phones[who].view(&query, self.now)? else { return Ok(Vec::new()) };
        Ok(lines.rows.into_iter().filter(|row| row.orders.is_empty()).map(|row| row.line).collect())
    }
}

fn code(what: &Happening) -> Option<i64> {
    let Happening::Totalled { unique_code, .. } = what else { return None };
    Some(i64::from(*unique_code)).filter(|code| *code > 0)
}

/// What it comes to before the code.
fn sum(page: &OrderView) -> i64 {
    page.subtotal - page.discount + page.shipping_fee
}
