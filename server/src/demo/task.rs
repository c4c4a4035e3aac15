//! From what somebody of the demo shop means to do to the command, on the order as it stands on that person's device.

use tapak_domain::order::{ClaimDraft, Outcome, PackedBy, Paper, ShipmentDraft, VerdictDraft};
use tapak_engine::command::Command;
use tapak_engine::view::order::OrderView;
use uuid::Uuid;

use super::deed::{Amount, Claim, Correction, Parcel, What};

/// Who transfers less forgets the shipping fee, or about as much.
const FORGOTTEN: i64 = 20_000;

/// None when there is nothing to do: a correction that changes nothing.
pub(super) fn command(what: What, order: &OrderView) -> Option<Command> {
    let id = order.row.id;
    Some(match what {
        What::Revise(correction) => return revision(correction, order),
        What::Note(text) => Command::NoteOrder { id, text: text.to_owned() },
        What::Take(_) => return None,
        What::Total(..) | What::Expire | What::Claim(..) | What::Verify(..) | What::Refund(_) => {
            return of_money(what, order);
        }
        What::Print => Command::PrintLabel { id, paper: Paper::Label },
        What::Pack => {
            let lines = order.draft.lines.iter().filter_map(|line| line.id).collect();
            Command::PackOrder { id, by: PackedBy::Scan, lines }
        }
        What::Ship(Parcel { tracking_number, fee }) => {
            Command::ShipOrder { id, shipment: ShipmentDraft { tracking_number, fee, ..ShipmentDraft::default() } }
        }
        What::SendTracking => Command::SendTracking { id, again: false },
        What::Deliver => Command::DeliverOrder { id },
        What::Close => Command::CloseOrder { id },
        What::Return(reason, wanted) => Command::ReturnOrder { id, reason: reason.to_owned(), wanted },
        What::ReceiveReturn => Command::ReceiveReturn { id },
        What::Exchange => Command::ExchangeOrder { id },
        What::AskCancel(reason) => Command::AskCancel { id, reason: reason.to_owned() },
        What::Cancel(reason) => Command::CancelOrder { id, reason: reason.to_owned() },
    })
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is not about money")]
fn of_money(what: What, order: &OrderView) -> Option<Command> {
    let id = order.row.id;
    Some(match what {
        What::Total(account) => Command::TotalOrder {
            id,
            account: account.to_owned(),
            discount: None,
            fee_reason: None,
            address_reason: None,
        },
        What::Expire => Command::ExpireTotal { id },
        What::Claim(claim, amount) => Command::ClaimPayment { id, claim: said(claim, coming(order, amount)) },
        What::Verify(line, amount) => Command::VerifyPayment { id, verdict: found(order, line, amount) },
        What::Refund(line) => Command::RefundPayment {
            id,
            amount: order.row.paid.to_string(),
            reason: "Pesanan dibatalkan".to_owned(),
            bank_line: Some(line),
        },
        _ => return None,
    })
}

pub(super) fn coming(order: &OrderView, amount: Amount) -> i64 {
    match amount {
        Amount::Whole => order.row.due,
        Amount::Less => (order.row.due - FORGOTTEN).max(1),
    }
}

fn said(Claim { bank, payer, paid_at }: Claim, amount: i64) -> ClaimDraft {
    ClaimDraft { amount: amount.to_string(), bank: bank.to_owned(), payer, paid_at, file: String::new() }
}

fn found(order: &OrderView, line: Option<Uuid>, amount: Amount) -> VerdictDraft {
    let claims = order.payment.iter().flat_map(|payment| &payment.claims);
    VerdictDraft {
        outcome: if amount == Amount::Less { Outcome::Short } else { Outcome::Paid },
        amount: coming(order, amount).to_string(),
        bank_line: line,
        cash: line.is_none(),
        reason: String::new(),
        claim: claims.filter(|claim| !claim.answered).map(|claim| claim.id).next_back(),
    }
}

fn revision(correction: Correction, order: &OrderView) -> Option<Command> {
    let mut draft = order.draft.clone();
    correction.apply(&mut draft);
    (draft != order.draft).then(|| Command::ReviseOrder { id: order.row.id, draft, reason: String::new() })
}
