//! Money: the total a buyer was told with its message, what came, and the claims finance has to answer.

use tapak_domain::order::{Claim, Course, Order, Totalan, Verdict, message};
use tapak_domain::shop::Settings;
use tapak_domain::values::Phone;
use tapak_domain::{DeviceId, Stamp};
use tapak_sync::FileHash;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::hex;
use crate::view::payment::{ClaimRow, ClaimView, ClaimsView, PaymentView, TotalanView, VerdictView};

impl Device {
    pub(super) fn totalan_view(
        &self,
        order: &Order,
        course: &Course,
        settings: &Settings,
    ) -> Result<Option<TotalanView>, Fault> {
        let Some(totalan) = course.totalan.as_ref().filter(|_| self.sees_money()) else { return Ok(None) };
        let weight = self.weight_of(order)?.unwrap_or_default();
        let message = |totalan| message::totalan(order, totalan, settings, weight);
        let message = if totalan.void { String::new() } else { message(totalan) };
        let Totalan { version, subtotal, discount, shipping_fee, unique_code, total, void, .. } = *totalan;
        Ok(Some(TotalanView {
            version,
            subtotal,
            discount,
            shipping_fee,
            unique_code,
            total,
            nominal: totalan.nominal(),
            bank: totalan.bank.clone(),
            account: totalan.account.clone(),
            holder: totalan.holder.clone(),
            deadline: i64::try_from(totalan.deadline).unwrap_or(i64::MAX),
            at: millis(totalan.at),
            void,
            whatsapp: whatsapp(order, &message),
            message,
        }))
    }

    pub(super) fn payment_view(&self, course: &Course) -> Option<PaymentView> {
        let money = &course.money;
        self.sees_money().then(|| PaymentView {
            received: money.received,
            refunded: money.refunded,
            due: course.due(),
            claims: money.claims.iter().map(|claim| self.claim_view(claim)).collect(),
            verdicts: money.verdicts.iter().map(|verdict| self.verdict_view(verdict)).collect(),
        })
    }

    fn claim_view(&self, claim: &Claim) -> ClaimView {
        ClaimView {
            id: claim.id,
            amount: claim.amount,
            bank: claim.bank.clone(),
            payer: claim.payer.clone(),
            paid_at: claim.paid_at.clone(),
            file: claim.file.clone(),
            at: millis(claim.at),
            person: self.person(claim.by),
            answered: claim.answered,
        }
    }

    fn verdict_view(&self, verdict: &Verdict) -> VerdictView {
        VerdictView {
            id: verdict.id,
            outcome: verdict.outcome,
            amount: verdict.amount,
            bank_line: verdict.bank_line.clone(),
            cash: verdict.cash,
            reason: verdict.reason.clone(),
            claim: verdict.claim,
            at: millis(verdict.at),
            person: self.person(verdict.by),
        }
    }

    pub(super) fn person(&self, device: DeviceId) -> String {
        self.crew.find(device).map(|entry| entry.person.clone()).unwrap_or_default()
    }

    pub(super) fn show_claims(&self) -> Result<ClaimsView, Fault> {
        if !self.sees_money() {
            return Ok(ClaimsView { rows: Vec::new() });
        }
        let open = self.store.open_claims(super::PAGE)?.into_iter();
        let rows = open.map(|claim| self.claim_row(claim)).collect::<Result<Vec<_>, Fault>>()?;
        Ok(ClaimsView { rows: rows.into_iter().flatten().collect() })
    }

    fn claim_row(&self, claim: tapak_store::claim::ClaimRow) -> Result<Option<ClaimRow>, Fault> {
        let Some((row, whereabouts)) = self.store.order(claim.record)? else { return Ok(None) };
        let also_on = self.also_proves(&claim.file, claim.record)?;
        Ok(Some(ClaimRow {
            account: row.money.account.clone(),
            order: self.order_row(row, whereabouts),
            also_on,
            claim: self.listed_claim(claim),
        }))
    }

    pub(super) fn listed_claim(&self, claim: tapak_store::claim::ClaimRow) -> ClaimView {
        ClaimView {
            id: claim.id,
            amount: claim.amount,
            bank: claim.bank,
            payer: claim.payer,
            paid_at: claim.paid_at,
            file: claim.file,
            at: claim.at,
            person: self.person(DeviceId(claim.device)),
            answered: claim.answered,
        }
    }

    /// Numbers of other orders that name the very same picture.
    fn also_proves(&self, file: &str, order: Uuid) -> Result<Vec<String>, Fault> {
        let Some(hash) = hex::read(file).map(FileHash::new) else { return Ok(Vec::new()) };
        self.also_on(hash, order)
    }
}

pub(super) fn whatsapp(order: &Order, text: &str) -> String {
    let phone = order.buyer_phone.as_ref().filter(|phone| phone.is_mobile() && !text.is_empty());
    phone.map(|phone: &Phone| message::whatsapp(phone, text)).unwrap_or_default()
}

pub(super) fn millis(stamp: Stamp) -> i64 {
    i64::try_from(stamp.millis).unwrap_or(i64::MAX)
}
