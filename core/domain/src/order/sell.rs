//! A sale over the counter: taken, added up, paid in cash and handed over in one go.

use serde_json::json;
use uuid::Uuid;

use super::channel::Channel;
use super::course::Outcome;
use super::draft::OrderDraft;
use super::fill::{Filled, fill};
use super::number::OrderNumber;
use super::take::{self, TakeRefusal};
use crate::context::Context;
use crate::form::{NAME, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::Courier;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SellRefusal {
    #[error("{0}")]
    Take(TakeRefusal),
    #[error("{0:?}")]
    Field(Refusal),
    #[error("a line does not say what, which size or for how much")]
    LinesIncomplete,
    #[error("the discount is more than the goods cost")]
    DiscountTooLarge,
    #[error("nothing is to be paid")]
    NothingToPay,
    #[error("so many are not in the shop, as far as is known here: line {0}")]
    NotEnough(usize),
    #[error("this role sells nothing")]
    NotYourRole,
}

impl From<SellRefusal> for Refusal {
    fn from(refusal: SellRefusal) -> Self {
        match refusal {
            SellRefusal::Take(refusal) => refusal.into(),
            SellRefusal::Field(refusal) => refusal,
            SellRefusal::LinesIncomplete => Self::at("lines", "order.incomplete"),
            SellRefusal::DiscountTooLarge => Self::at("discount", "order.discount_too_large"),
            SellRefusal::NothingToPay => Self::at("lines", "payment.amount_missing"),
            SellRefusal::NotEnough(line) => Self::at(format!("lines.{line}.quantity"), "stock.not_enough"),
            SellRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// The form as it is at the counter: nothing travels.
pub fn over_the_counter(draft: &OrderDraft) -> OrderDraft {
    OrderDraft {
        channel: Channel::Counter.code().into(),
        courier: Courier::Pickup.code().into(),
        service: String::new(),
        shipping_fee: "0".into(),
        ..draft.clone()
    }
}

/// Who may say what was paid has it paid at once; from everybody else finance is told of the cash, and the pair has left
/// all the same. `draft` is as [`over_the_counter`] makes it; `lacking` are the lines of which the shelf has too little:
/// whoever sees more there counts first.
pub fn decide(
    draft: &OrderDraft,
    (number, contact): (&OrderNumber, Option<Uuid>),
    paid_in: &str,
    lacking: &[usize],
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<SellRefusal>> {
    let (filled, _) = fill(draft);
    let mut problems = Vec::new();
    let paid_in = text(&mut problems, "paid_in", paid_in, NAME);
    let mut refusals: Vec<_> = problems.into_iter().map(SellRefusal::Field).collect();
    refusals.extend(blocked(&filled));
    refusals.extend(lacking.iter().map(|line| SellRefusal::NotEnough(*line)));
    if !["totalled", "claimed", "delivered"].into_iter().all(|deed| may(context.actor.role, Noun::Order, deed)) {
        refusals.push(SellRefusal::NotYourRole);
    }
    let taken = take::decide(draft, number, contact, context);
    match taken {
        Ok(mut edits) if refusals.is_empty() => {
            edits.extend(paid(&filled, &paid_in, context));
            edits.push(context.state("delivered", []));
            Ok(edits)
        }
        Ok(_) => Err(refusals),
        Err(taken) => Err(taken.into_iter().map(SellRefusal::Take).chain(refusals).collect()),
    }
}

fn subtotal(filled: &Filled) -> i64 {
    filled.lines.iter().map(|(_, line)| line.amount()).fold(0, i64::saturating_add)
}

fn blocked(filled: &Filled) -> Option<SellRefusal> {
    let (goods, discount) = (subtotal(filled), filled.discount.get());
    if !filled.lines.iter().all(|(_, line)| line.is_complete()) {
        Some(SellRefusal::LinesIncomplete)
    } else if discount > goods {
        Some(SellRefusal::DiscountTooLarge)
    } else {
        (discount == goods && !filled.lines.is_empty()).then_some(SellRefusal::NothingToPay)
    }
}

/// A total without a code of its own, since nobody has to find it on an account, and the cash for it.
fn paid(filled: &Filled, paid_in: &str, context: &mut Context) -> [Edit; 2] {
    let (goods, discount) = (subtotal(filled), filled.discount.get());
    let total = goods.saturating_sub(discount);
    let totalled = context.state(
        "totalled",
        [
            ("version", json!(1)),
            ("subtotal", json!(goods)),
            ("discount", json!(discount)),
            ("shipping_fee", json!(0)),
            ("unique_code", json!(0)),
            ("total", json!(total)),
            ("paid_before", json!(0)),
            ("deadline", json!(context.now.millis)),
        ],
    );
    let cash = if may(context.actor.role, Noun::Order, "verified") {
        let (outcome, amount) = (json!(Outcome::Paid), json!(total));
        context
            .state("verified", [("outcome", outcome), ("amount", amount), ("cash", json!(true)), ("version", json!(1))])
    } else {
        context.state("claimed", [("amount", json!(total)), ("bank", json!(paid_in))])
    };
    [totalled, cash]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::standing::Standing;
    use crate::order::testing::{Shop, complete};
    use crate::order::{Order, VerdictDraft, verify};
    use crate::policy::Role;

    fn sell(shop: &Shop, role: Role, draft: &OrderDraft, lacking: &[usize]) -> Result<Vec<Edit>, Vec<SellRefusal>> {
        let number = OrderNumber { prefix: "B3".into(), count: 142 };
        let draft = over_the_counter(draft);
        shop.acting(role, |context| decide(&draft, (&number, None), "Tunai", lacking, context))
    }

    fn sold(shop: &Shop, role: Role) -> Order {
        Shop::apply(Order::empty(Uuid::from_u128(9)), sell(shop, role, &complete(), &[]).unwrap())
    }

    #[test]
    fn r14_what_the_owner_sells_over_the_counter_is_paid_and_gone() {
        let shop = Shop::default();
        let order = sold(&shop, Role::Owner);
        let course = shop.course(&order);
        assert_eq!((course.standing, course.due(), course.money.received), (Standing::Delivered, 0, 189_000));
        assert_eq!((course.flags, course.keys, order.missing()), (vec![], vec![], vec![]));
    }

    #[test]
    fn r05_what_cs_sells_is_gone_and_finance_says_that_the_cash_is_here() {
        let shop = Shop::default();
        let order = sold(&shop, Role::Cs);
        let course = shop.course(&order);
        assert_eq!((course.standing, course.due()), (Standing::Delivered, 189_000));
        let claim = course.money.open_claims().next().map(|claim| claim.id);
        let (outcome, amount, reason) = (Outcome::Paid, "189000".into(), String::new());
        let draft = VerdictDraft { outcome, amount, bank_line: None, cash: true, reason, claim };
        let none = verify::Evidence::default();
        let verified =
            shop.step(&order, Role::Finance, |course, context| verify::decide(course, &draft, none, context));
        let course = shop.course(&verified);
        assert_eq!((course.standing, course.due(), course.money.open_claims().count()), (Standing::Delivered, 0, 0));
    }

    #[test]
    fn each_thing_a_sale_cannot_do_without_is_named() {
        let shop = Shop::default();
        let codes = |role, draft: &OrderDraft, lacking: &[usize]| {
            let refused = sell(&shop, role, draft, lacking).unwrap_err().into_iter().map(Refusal::from);
            refused.map(|refusal| (refusal.field, refusal.code)).collect::<Vec<_>>()
        };
        let said = |field: &str, code| vec![(field.to_owned(), code)];
        let mut draft = complete();
        draft.lines[0].price.clear();
        assert_eq!(codes(Role::Cs, &draft, &[]), said("lines", "order.incomplete"));
        let discounted = |discount: &str| OrderDraft { discount: discount.into(), ..complete() };
        assert_eq!(codes(Role::Cs, &discounted("200rb"), &[]), said("discount", "order.discount_too_large"));
        assert_eq!(codes(Role::Cs, &discounted("189rb"), &[]), said("lines", "payment.amount_missing"));
        assert_eq!(codes(Role::Cs, &complete(), &[0]), said("lines.0.quantity", "stock.not_enough"));
        assert_eq!(codes(Role::Warehouse, &complete(), &[]).len(), 2, "it neither takes nor sells");
        assert_eq!(codes(Role::Cs, &OrderDraft::default(), &[]).len(), 2);
    }
}
