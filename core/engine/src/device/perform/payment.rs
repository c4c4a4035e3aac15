//! Commands about money: the total, claims, what finance finds of them, refunds.

use tapak_domain::order::total::{Said, Terms};
use tapak_domain::order::verify::Evidence;
use tapak_domain::order::{ClaimDraft, CodeBlock, Conflict, VerdictDraft, claim, expire, place, refund, total, verify};
use tapak_domain::{Edit, Noun, Stamp};
use uuid::Uuid;

use super::{Decided, Write, missing, on};
use crate::device::Device;
use crate::device::turn::Turn;
use crate::fault::Fault;

impl Device {
    pub(super) fn total_order(
        &mut self,
        id: Uuid,
        account: &str,
        said: &Said<'_>,
        now: Stamp,
        turn: &mut Turn,
    ) -> Decided {
        self.draw(turn)?;
        let Some((order, course)) = self.order_course(id)? else { return Ok(Err(missing())) };
        let settings = self.shop()?.settings;
        let nominals = self.nominals_held(settings.account(account).map_or("", |account| &account.number), id)?;
        let terms = Terms {
            account: settings.account(account),
            hours: settings.deadline_hours,
            located: self.fees().is_located(&order),
            tariff: self.fees().is_by_tariff(&order)?,
            codes: CodeBlock::of_device(self.me.enrolled.as_ref().map_or(0, |enrolled| place(&enrolled.prefix))),
            used: self.me.codes,
            taken: &|key| nominals.iter().any(|held| held == key),
        };
        let decided = self.ask(now, |context| total::decide(&order, &course, said, &terms, context));
        let decided = on(id, Noun::Order, decided);
        if let Ok(writes) = &decided {
            self.me.codes = self.me.codes.wrapping_add(u32::from(gives_out_a_code(writes)));
        }
        Ok(decided)
    }

    /// Amounts that other buyers were told to transfer to that account.
    fn nominals_held(&self, account: &str, except: Uuid) -> Result<Vec<String>, Fault> {
        Ok(self.store.keys_held(Conflict::Nominal, &format!("{account}:"), except)?)
    }

    pub(super) fn expire_total(&mut self, id: Uuid, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| expire::decide(course, context))
    }

    pub(super) fn claim_payment(&mut self, id: Uuid, draft: &ClaimDraft, now: Stamp) -> Decided {
        let length = self.length_of(&draft.file)?;
        self.about(id, now, |_, course, context| claim::decide(course, draft, length, context))
    }

    pub(super) fn verify_payment(&mut self, id: Uuid, draft: &VerdictDraft, now: Stamp, turn: &mut Turn) -> Decided {
        let evidence = self.evidence(draft.bank_line, turn)?;
        self.about(id, now, |_, course, context| verify::decide(course, draft, evidence, context))
    }

    pub(super) fn refund_payment(
        &mut self,
        id: Uuid,
        said: (&str, &str),
        line: Option<Uuid>,
        now: Stamp,
        turn: &mut Turn,
    ) -> Decided {
        let evidence = self.evidence(line, turn)?;
        self.about(id, now, |_, course, context| refund::decide(course, said, line, evidence, context))
    }

    fn evidence(&mut self, line: Option<Uuid>, turn: &mut Turn) -> Result<Evidence, Fault> {
        self.draw(turn)?;
        let Some(line) = line else { return Ok(Evidence::default()) };
        let amount = self.store.bank_line(line)?.map(|line| line.amount);
        Ok(Evidence { amount, used: self.store.is_key_held(Conflict::BankLine, &line.to_string(), None)? })
    }
}

fn gives_out_a_code(writes: &[Write]) -> bool {
    let has_code = |edit: &Edit| matches!(edit, Edit::State(fact) if fact.number("unique_code") > 0);
    writes.iter().flat_map(|write| &write.edits).any(has_code)
}
