//! Opening records: whoever looks at one changes nothing, and gets the rest of what was here only as a row.

use tapak_engine::command::Command;
use tapak_engine::device::Input;
use tapak_engine::view::order::OrderFilter;
use tapak_sync::DocumentId;
use uuid::Uuid;

use crate::broken::{Checked, Rule};
use crate::tally::Count;
use crate::verdict::held;
use crate::world::{Who, World};

/// How long a record that was opened may take to come, once all is quiet.
const COMES_WITHIN: u64 = 5_000;
const ROUNDS: u32 = 20;

impl World {
    pub(super) fn look_at_something(&mut self, who: Who) -> Checked {
        let rows = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        let record = if self.dice.chance(250) { None } else { self.dice.pick(&rows).map(|row| row.id) };
        self.look(who, record);
        Ok(())
    }

    pub(crate) fn look(&mut self, who: Who, record: Option<Uuid>) {
        self.count(Count::Looks);
        self.give_phone(who, Input::Look { record });
    }

    /// Everybody opens everything they have only as a row.
    pub(crate) fn open_what_is_away(&mut self) -> Checked {
        for _ in 0..ROUNDS {
            let away: Vec<_> = (0..self.phones.len()).map(|who| self.away(who)).collect::<Checked<_>>()?;
            if away.iter().all(Vec::is_empty) {
                return Ok(());
            }
            for (who, records) in away.into_iter().enumerate() {
                self.tally.add_many(Count::AwayAtTheEnd, records.len() as u64);
                records.into_iter().map(Some).chain([None]).for_each(|record| self.look(who, record));
            }
            self.live_until(self.now + COMES_WITHIN)?;
        }
        Err(Rule::Settles.broken("records that were opened did not come"))
    }

    pub(super) fn away(&self, who: Who) -> Checked<Vec<Uuid>> {
        if self.phones[who].is_revoked() {
            return Ok(Vec::new());
        }
        let held = self.phones[who].store().map(held::all).transpose()?.unwrap_or_default();
        let away = held.into_iter().filter(|(_, held)| !held.whole);
        Ok(away.map(|(document, _)| Uuid::from_bytes(document.to_bytes())).collect())
    }

    pub(crate) fn is_away(&self, who: Who, record: Uuid) -> Checked<bool> {
        let whole = self.phones[who].store().map(|store| store.is_whole(DocumentId::new(record.into_bytes())));
        Ok(!whole.transpose()?.unwrap_or(true))
    }
}

/// The record a command is about, if it is there already.
pub(crate) fn record_of(command: &Command) -> Option<Uuid> {
    match command {
        Command::ReviseOrder { id, .. }
        | Command::NoteOrder { id, .. }
        | Command::ShipOrder { id, .. }
        | Command::TotalOrder { id, .. }
        | Command::ExpireTotal { id }
        | Command::ClaimPayment { id, .. }
        | Command::VerifyPayment { id, .. }
        | Command::RefundPayment { id, .. }
        | Command::PrintLabel { id, .. }
        | Command::PackOrder { id, .. }
        | Command::ChooseTracking { id, .. }
        | Command::SendTracking { id, .. }
        | Command::DeliverOrder { id }
        | Command::CloseOrder { id }
        | Command::ReturnOrder { id, .. }
        | Command::ReceiveReturn { id }
        | Command::ExchangeOrder { id }
        | Command::AskCancel { id, .. }
        | Command::SettleConflict { id, .. }
        | Command::CancelOrder { id, .. }
        | Command::AttachFile { id, .. }
        | Command::ReviseContact { id, .. }
        | Command::TellContactsApart { id, .. }
        | Command::ReviseProduct { id, .. }
        | Command::PhotographProduct { id, .. }
        | Command::RetireProduct { id }
        | Command::RestoreProduct { id }
        | Command::CountStock { product: id, .. }
        | Command::ReceiveStock { product: id, .. }
        | Command::MoveStock { product: id, .. } => Some(*id),
        Command::TakeOrder { .. }
        | Command::SellOrder { .. }
        | Command::AddContact { .. }
        | Command::AddProduct { .. }
        | Command::InviteDevice { .. }
        | Command::MakeRecoveryCode
        | Command::ChangeRole { .. }
        | Command::RevokeDevice { .. }
        | Command::RotateKey
        | Command::SetUp { .. }
        | Command::SetWindow { .. }
        | Command::ErasePerson { .. }
        | Command::ImportStatement { .. }
        | Command::WithdrawStatement { .. }
        | Command::ImportTariffs { .. }
        | Command::WithdrawTariffs { .. }
        | Command::FreezeRecap { .. }
        | Command::ReviewChange { .. } => None,
    }
}
