//! Performing commands: a verb decides, its edits become one signed change per document, in the outbox.

mod contact;
mod order;
mod parcel;
mod payment;
mod product;
mod recap;
mod sale;
mod settle;
mod shop;
mod statement;
mod stock;
mod tariff;

use tapak_domain::order::total::Said;
use tapak_domain::{Context, Edit, Noun, Refusal, Stamp};
use tapak_store::StoreError;
use tapak_sync::SignedChange;
use uuid::Uuid;

use super::Device;
use super::event::Output;
use super::turn::Turn;
use crate::command::{Command, Outcome, RefusalView};
use crate::documents;
use crate::fault::Fault;

/// One document's edits.
pub(super) struct Write {
    pub(super) record: Uuid,
    pub(super) noun: Noun,
    pub(super) edits: Vec<Edit>,
}

/// What a verb decided. The last write is to the record the command is about.
type Writes = Result<Vec<Write>, Vec<Refusal>>;
type Decided = Result<Writes, Fault>;

impl Device {
    pub(super) fn command(&mut self, id: Uuid, command: &Command, turn: &mut Turn) -> Result<(), Fault> {
        let outcome = match self.store.performed(id)? {
            Some(record) => Outcome::Done { record },
            None => self.perform(id, command, turn)?,
        };
        turn.say(Output::Answer { id, outcome });
        Ok(())
    }

    fn perform(&mut self, id: Uuid, command: &Command, turn: &mut Turn) -> Result<Outcome, Fault> {
        if self.me.enrolled.is_none() {
            return Ok(refused(not_paired()));
        }
        let stamp = self.me.tick(turn.now);
        match self.decide(command, stamp, turn) {
            Ok(Ok(writes)) if self.any_is_newer(&writes)? => Ok(refused(vec![Refusal::whole("update_the_app")])),
            Ok(Ok(writes)) => self.write_all(id, writes, turn),
            Ok(Err(refusals)) => Ok(refused(refusals)),
            Err(Fault::Away) => Ok(refused(vec![Refusal::whole(Fault::Away.code())])),
            Err(fault) => Err(fault),
        }
    }

    /// What a newer app wrote is not written over by one that understands half of it.
    fn any_is_newer(&mut self, writes: &[Write]) -> Result<bool, Fault> {
        for write in writes {
            if self.documents.open(&self.store, write.record)?.document().is_newer(self.app.schema) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn decide(&mut self, command: &Command, now: Stamp, turn: &mut Turn) -> Decided {
        match command {
            Command::TakeOrder { draft } => self.take_order(draft, now, turn),
            Command::SellOrder { draft, paid_in } => self.sell_order(draft, paid_in, now, turn),
            Command::ReviseOrder { id, draft, reason } => self.revise_order(*id, draft, reason, now),
            Command::NoteOrder { id, text } => self.note_order(*id, text, now),
            Command::AskCancel { id, reason } => self.ask_cancel(*id, reason, now),
            Command::CancelOrder { id, reason } => self.cancel_order(*id, reason, now),
            Command::AttachFile { id, file, kind } => self.attach_file(*id, file, *kind, now),
            Command::TotalOrder { id, account, discount, fee_reason, address_reason } => {
                let said = Said {
                    discount: discount.as_deref(),
                    fee_reason: fee_reason.as_deref(),
                    address_reason: address_reason.as_deref(),
                };
                self.total_order(*id, account, &said, now, turn)
            }
            Command::ExpireTotal { id } => self.expire_total(*id, now),
            Command::ClaimPayment { id, claim } => self.claim_payment(*id, claim, now),
            Command::VerifyPayment { id, verdict } => self.verify_payment(*id, verdict, now, turn),
            Command::RefundPayment { id, amount, reason, bank_line } => {
                self.refund_payment(*id, (amount, reason), *bank_line, now, turn)
            }
            Command::PrintLabel { id, paper } => self.print_label(*id, *paper, now, turn),
            Command::PackOrder { id, by, lines } => self.pack_order(*id, (*by, lines), now, turn),
            Command::ShipOrder { id, shipment } => self.ship_order(*id, shipment, now, turn),
            Command::ChooseTracking { id, tracking_number } => self.choose_tracking(*id, tracking_number, now),
            Command::SendTracking { id, again } => self.send_tracking(*id, *again, now),
            Command::DeliverOrder { id } => self.deliver_order(*id, now, turn),
            Command::CloseOrder { id } => self.close_order(*id, now),
            Command::ReturnOrder { id, reason, wanted } => self.return_order(*id, reason, *wanted, now),
            Command::ReceiveReturn { id } => self.receive_return(*id, now),
            Command::ExchangeOrder { id } => self.exchange_order(*id, now),
            Command::SettleConflict { id, conflict, key, choice } => {
                self.settle_conflict(*id, (*conflict, key), choice, now)
            }
            Command::AddContact { draft } => Ok(self.add_contact(draft, now)),
            Command::ReviseContact { id, draft } => self.revise_contact(*id, draft, now),
            Command::TellContactsApart { id, other } => self.tell_contacts_apart(*id, *other, now),
            Command::AddProduct { draft } => Ok(self.add_product(draft, now)),
            Command::ImportTariffs { courier, service, file, text, replace } => {
                let table = tariff::Table { courier, service, file, text, replace: *replace };
                self.import_tariffs(&table, now, turn)
            }
            Command::WithdrawTariffs { import } => self.withdraw_tariffs(*import, now, turn),
            Command::ReviseProduct { id, draft } => self.revise_product(*id, draft, now),
            Command::PhotographProduct { id, file } => self.photograph_product(*id, file, now),
            Command::RetireProduct { id } => self.retire_product(*id, now),
            Command::RestoreProduct { id } => self.restore_product(*id, now),
            Command::CountStock { product, pool, cells } => self.count_stock((*product, *pool), cells, now, turn),
            Command::ReceiveStock { product, pool, cells } => self.receive_stock((*product, *pool), cells, now),
            Command::MoveStock { product, from, cells } => self.move_stock((*product, *from), cells, now, turn),
            Command::FreezeRecap { until } => self.freeze_recap(*until, now, turn),
            Command::InviteDevice { role, hours } => self.invite_device(role, *hours, now, turn),
            Command::MakeRecoveryCode => self.make_recovery_code(now, turn),
            Command::ChangeRole { device, role } => self.change_role(*device, role, now),
            Command::RevokeDevice { device, wipe } => self.revoke_device(*device, *wipe, now),
            Command::RotateKey => self.rotate_key(now),
            Command::SetUp { setting } => self.set_up(setting, now),
            Command::SetWindow { days } => self.set_window(*days, now),
            Command::ErasePerson { contact, reason } => self.erase_person(*contact, reason, now),
            Command::ReviewChange { change, accept } => self.review_change(change, *accept, now),
            Command::ImportStatement { account, text, file } => self.import_statement(account, text, file, now, turn),
            Command::WithdrawStatement { import } => self.withdraw_statement(*import, now, turn),
        }
    }

    /// Lets a verb decide, with this device's clock, role and dice.
    fn ask<T>(&mut self, now: Stamp, verb: impl FnOnce(&mut Context) -> T) -> Option<T> {
        let actor = self.me.actor()?;
        let dice = &mut self.dice;
        Some(verb(&mut Context { now, actor, ids: &mut || dice.id(now.millis) }))
    }

    fn write_all(&mut self, command: Uuid, writes: Vec<Write>, turn: &mut Turn) -> Result<Outcome, Fault> {
        let mut record = Uuid::nil();
        for write in writes {
            record = write.record;
            self.write(&write, turn)?;
        }
        self.store.remember_performed(command, record)?;
        Ok(turn.code.take().map_or(Outcome::Done { record }, |code| Outcome::Code { code }))
    }

    fn write(&mut self, write: &Write, turn: &mut Turn) -> Result<(), Fault> {
        let open = self.documents.open(&self.store, write.record)?;
        let made = open.edit(write.noun, &write.edits, self.me.author(), turn.now)?;
        let (document, hash) = (documents::wire(write.record), documents::hash(made.hash));
        let nobody = || StoreError::Failed("nobody to sign for".to_owned());
        let identity = self.client.identity().ok_or_else(nobody)?;
        let signature = identity.key.sign_change(identity.shop, document, hash);
        self.store.append(hash, &SignedChange { document, change: made.bytes, signature }, write.noun.scope(), None)?;
        self.documents.mark(write.record);
        turn.wrote = true;
        Ok(())
    }
}

/// A verb's edits to one record, or its refusals in their common shape.
fn on<R>(record: Uuid, noun: Noun, decided: Option<Result<Vec<Edit>, Vec<R>>>) -> Writes
where
    Refusal: From<R>,
{
    match decided {
        Some(Ok(edits)) => Ok(vec![Write { record, noun, edits }]),
        Some(Err(refusals)) => Err(refusals.into_iter().map(Refusal::from).collect()),
        None => Err(not_paired()),
    }
}

fn not_paired() -> Vec<Refusal> {
    vec![Refusal::whole("not_paired")]
}

fn missing() -> Vec<Refusal> {
    vec![Refusal::whole("record_missing")]
}

fn refused(refusals: Vec<Refusal>) -> Outcome {
    Outcome::Refused { refusals: refusals.into_iter().map(RefusalView::from).collect() }
}

impl From<Refusal> for RefusalView {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code.to_owned(), field: refusal.field }
    }
}
