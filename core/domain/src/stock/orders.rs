//! What an order holds of the stock, and what left the shelf with it.

use super::moves::place;
use super::{Kind, Move, Pool, cell_key, colour_key};
use crate::order::{Channel, Conflict, Course, Order, Stage, Standing};
use crate::policy::{Authority, counts};
use crate::record::{Fact, Noun};

impl Pool {
    /// Who stands at the counter takes from the shop's shelf; everybody else is served from what is set aside for them.
    pub const fn of(channel: Channel) -> Self {
        match channel {
            Channel::Counter => Self::Toko,
            Channel::Chat | Channel::Site => Self::Online,
        }
    }
}

/// An order holds its pairs from its totalan on (over the counter: from the moment it is taken) until it is called off or
/// expires; once they are in the box they are off the shelf. A buyer whose money is here keeps them, also while the
/// totalan is made out anew. What comes back from a buyer is received by whoever has looked at it.
pub fn of_order(order: &Order, course: &Course, authority: &dyn Authority) -> Vec<Move> {
    let stated = Stated(order.record.facts.iter().filter(|fact| counts(authority, Noun::Order, fact)).collect());
    let steps = if course.parcel.packed || course.parcel.has_left() {
        left_the_shelf(course, &stated)
    } else {
        holds(order, course, &stated).into_iter().collect()
    };
    steps.iter().flat_map(|step| moves(order, course, step)).collect()
}

struct Step {
    kind: Kind,
    at: String,
    paid: String,
}

struct Stated<'a>(Vec<&'a Fact>);

impl Stated<'_> {
    fn first(&self, kind: &str) -> Option<String> {
        self.0.iter().find(|fact| fact.kind == kind).map(|fact| place(fact))
    }

    fn last(&self, kind: &str) -> Option<String> {
        self.0.iter().rfind(|fact| fact.kind == kind).map(|fact| place(fact))
    }

    /// Where finance found the money, or what it took for all of it.
    fn paid(&self) -> Option<String> {
        let mut verdicts = self.0.iter().filter(|fact| fact.kind == "verified" && fact.text("outcome") != "rejected");
        let whole = verdicts.clone().find(|fact| fact.text("outcome") != "short");
        whole.or_else(|| verdicts.next_back()).map(|fact| place(fact))
    }
}

fn left_the_shelf(course: &Course, stated: &Stated<'_>) -> Vec<Step> {
    let step = |kind, at| Step { kind, at, paid: String::new() };
    let gone = stated.last("packed").or_else(|| stated.first("shipped")).or_else(|| stated.first("delivered"));
    let called_off = course.standing == Standing::Cancelled && !course.parcel.has_left();
    let back = stated.first("cancelled").filter(|_| called_off);
    gone.map(|at| step(Kind::Gone, at)).into_iter().chain(back.map(|at| step(Kind::Back, at))).collect()
}

fn holds(order: &Order, course: &Course, stated: &Stated<'_>) -> Option<Step> {
    let paid = matches!(course.standing.stage(), Stage::Paid | Stage::Printed);
    let since = match (course.standing, order.channel) {
        (Standing::Cancelled | Standing::CancelledAndShipped, _) => None,
        (_, Channel::Counter) => stated.first("taken"),
        (Standing::Expired, _) => None,
        (Standing::Draft | Standing::Checked, _) => stated.paid().filter(|_| course.money.net() > 0),
        _ => stated.last("totalled"),
    };
    let paid = stated.paid().filter(|_| paid).unwrap_or_default();
    since.map(|at| Step { kind: Kind::Reserved, at, paid })
}

fn moves(order: &Order, course: &Course, step: &Step) -> Vec<Move> {
    let lines = order.lines.values().filter_map(|line| Some((line, line.product?, line.size?)));
    let sign = if step.kind == Kind::Gone { -1 } else { 1 };
    let waits = |key: &str| course.settlements.choice(Conflict::Shortage, key) == Some("wait");
    let moved = lines.map(|(line, product, size)| Move {
        kind: step.kind,
        pool: Pool::of(order.channel),
        product,
        colour: colour_key(&line.colour),
        size,
        pairs: sign * i64::from(line.quantity.get()),
        at: step.at.clone(),
        paid: step.paid.clone(),
        waits: step.kind == Kind::Reserved && waits(&cell_key(product, &line.colour, size)),
    });
    moved.collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::order::testing::{Shop, complete};
    use crate::order::{OrderDraft, expire, settle};
    use crate::policy::Role;
    use crate::values::Size;

    const TREKKER: Uuid = Uuid::from_u128(40);

    fn draft() -> OrderDraft {
        let mut draft = complete();
        draft.lines[0].product = Some(TREKKER);
        draft.lines[0].colour = " Hitam".into();
        draft
    }

    fn held(shop: &Shop, order: &Order) -> Vec<(Kind, Pool, i64, bool)> {
        let moves = of_order(order, &shop.course(order), shop);
        assert!(moves.iter().all(|moved| moved.product == TREKKER && moved.colour == "hitam"));
        moves.into_iter().map(|moved| (moved.kind, moved.pool, moved.pairs, !moved.paid.is_empty())).collect()
    }

    #[test]
    fn r14_an_order_from_a_chat_holds_online_pairs_from_its_totalan_until_they_are_in_the_box() {
        let shop = Shop::default();
        let taken = shop.taken(&draft());
        assert_eq!(held(&shop, &taken), []);
        let totalled = shop.totalled(&taken);
        assert_eq!(held(&shop, &totalled), [(Kind::Reserved, Pool::Online, 1, false)]);
        let paid = shop.paid(&totalled);
        assert_eq!(held(&shop, &paid), [(Kind::Reserved, Pool::Online, 1, true)]);
        let packed = shop.packed(&shop.printed(&paid));
        assert_eq!(held(&shop, &packed), [(Kind::Gone, Pool::Online, -1, false)]);
        let shipped = shop.shipped(&packed, "JNE0001112223334");
        assert_eq!(held(&shop, &shipped), held(&shop, &packed));
    }

    #[test]
    fn r14_a_sale_over_the_counter_touches_only_the_shop_s_own_shelf() {
        let shop = Shop::default();
        let taken = shop.taken(&OrderDraft { channel: "counter".into(), ..draft() });
        assert_eq!(held(&shop, &taken), [(Kind::Reserved, Pool::Toko, 1, false)]);
        assert_eq!(held(&shop, &shop.cancelled(&taken, "tidak jadi")), []);
    }

    #[test]
    fn r14_pairs_are_free_again_once_the_deadline_passed_and_held_again_by_a_late_claim() {
        let shop = Shop::default();
        let totalled = shop.totalled(&shop.taken(&draft()));
        let late = |context: &mut crate::Context| expire::decide(&shop.course(&totalled), context);
        let expired = Shop::apply(totalled.clone(), shop.acting_after(72, Role::Cs, late).unwrap());
        assert_eq!(held(&shop, &expired), []);
        assert_eq!(held(&shop, &shop.claimed(&expired)), [(Kind::Reserved, Pool::Online, 1, false)]);
    }

    #[test]
    fn a_parcel_that_is_called_off_in_the_house_goes_back_on_the_shelf() {
        let shop = Shop::default();
        let order =
            shop.cancelled(&shop.packed(&shop.printed(&shop.paid(&shop.totalled(&shop.taken(&draft()))))), "batal");
        let online = |kind, pairs| (kind, Pool::Online, pairs, false);
        assert_eq!(held(&shop, &order), [online(Kind::Gone, -1), online(Kind::Back, 1)]);
    }

    #[test]
    fn r14_a_buyer_who_was_asked_and_waits_is_marked_so() {
        let shop = Shop::default();
        let order = shop.totalled(&shop.taken(&draft()));
        let settle = |key: &str| {
            let about = (Conflict::Shortage, key);
            let decide =
                |context: &mut crate::Context| settle::decide(&order, &shop.course(&order), about, "wait", context);
            shop.acting(Role::Cs, decide)
        };
        assert!(settle("lain").is_err(), "of pairs the order does not want");
        let key = cell_key(TREKKER, "hitam", Size::new(39).unwrap());
        let waiting = Shop::apply(order.clone(), settle(&key).unwrap());
        assert!(of_order(&waiting, &shop.course(&waiting), &shop)[0].waits);
    }

    #[test]
    fn a_buyer_whose_money_is_here_keeps_the_pair_while_the_totalan_is_made_out_anew() {
        let shop = Shop::default();
        let paid = shop.paid(&shop.totalled(&shop.taken(&draft())));
        let mut anew = paid.draft();
        anew.shipping_fee = "25000".into();
        let revise = |course: &Course, context: &mut crate::Context| {
            crate::order::revise::decide(&paid, course, &anew, "", context)
        };
        let revised = shop.step(&paid, Role::Cs, revise);
        assert!(shop.course(&revised).valid_totalan().is_none());
        assert_eq!(held(&shop, &revised).len(), 1);
    }
}
