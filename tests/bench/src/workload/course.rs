//! The six changes of an order. A peer sets one register to its next word; here each is a command a person would give, from
//! the total the buyer is told to the parcel's tracking number, so that our changes carry more than a peer's, never less.

use tapak_domain::order::{ClaimDraft, OrderDraft, Outcome, PackedBy, Paper, ShipmentDraft, Standing, VerdictDraft};
use tapak_domain::shop::{BankAccount, Setting};
use tapak_engine::command::Command;
use tapak_engine::view::order::{OrderRow, OrderView};
use uuid::Uuid;

use super::take::index_of;

/// With a claim of the buyer's they are six, without it five.
const ALL: usize = 6;

/// An order that was taken.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    pub(crate) id: Uuid,
    /// What the buyer will say was transferred.
    amount: String,
}

/// Before the first total: where buyers transfer to.
pub(crate) fn set_up() -> Command {
    let account = BankAccount { bank: "BCA".into(), number: "1391234567".into(), holder: "CV XYZ".into() };
    Command::SetUp { setting: Setting::Accounts(vec![account]) }
}

impl Taken {
    pub(crate) fn new(id: Uuid, form: &OrderDraft) -> Self {
        let goods: u32 = form.lines.iter().filter_map(|line| line.price.parse::<u32>().ok()).sum();
        let fee: u32 = form.shipping_fee.parse().unwrap_or_default();
        Self { id, amount: (goods + fee).to_string() }
    }

    /// The buyer is told the total, and answers.
    pub(crate) fn begin(&self, edits: usize) -> impl Iterator<Item = Command> + use<> {
        let total = Command::TotalOrder {
            id: self.id,
            account: String::new(),
            discount: None,
            fee_reason: Some("tarif agen JNE".into()),
            address_reason: None,
        };
        let claim = ClaimDraft { amount: self.amount.clone(), bank: "Mandiri".into(), ..ClaimDraft::default() };
        let claim = Command::ClaimPayment { id: self.id, claim };
        std::iter::once(total).chain((edits >= ALL).then_some(claim))
    }
}

/// Finance finds the money, and the parcel is made ready; it leaves unless it is one of those that are still open.
pub(crate) fn finish(page: &OrderView, ships: bool) -> [Command; 4] {
    let id = page.row.id;
    let lines = page.draft.lines.iter().filter_map(|line| line.id).collect();
    let tracking_number = tracking_number(index_of(&page.row).unwrap_or_default());
    let shipment = ShipmentDraft { tracking_number, ..ShipmentDraft::default() };
    let last = if ships {
        Command::ShipOrder { id, shipment }
    } else {
        Command::NoteOrder { id, text: "Menunggu kurir, pickup sore.".into() }
    };
    [
        Command::VerifyPayment { id, verdict: verdict(page) },
        Command::PrintLabel { id, paper: Paper::Label },
        Command::PackOrder { id, by: PackedBy::Tick, lines },
        last,
    ]
}

/// All of it is found, on a line of the statement of its own.
fn verdict(page: &OrderView) -> VerdictDraft {
    let claims = page.payment.iter().flat_map(|payment| &payment.claims);
    VerdictDraft {
        outcome: Outcome::Paid,
        amount: page.row.due.to_string(),
        bank_line: None,
        cash: true,
        reason: String::new(),
        claim: claims.last().map(|claim| claim.id),
    }
}

/// One of JNE's, and no two the same.
fn tracking_number(index: u32) -> String {
    format!("0101{index:011}")
}

/// The last change of this order has arrived.
pub(crate) fn is_last(row: &OrderRow) -> bool {
    row.standing == Standing::Shipped
}

#[cfg(test)]
mod tests {
    use tapak_domain::values::TrackingNumber;

    use super::tracking_number;

    #[test]
    fn every_tracking_number_is_one() {
        assert!((0..1_000).map(tracking_number).all(|number| TrackingNumber::parse(&number).is_ok()));
    }
}
