//! What this device's role may do to an order now, the likeliest first.

use tapak_domain::order::{Course, Order, Return, Stage, Standing};
use tapak_domain::policy::may;
use tapak_domain::{Noun, Role};

use crate::view::order::OrderAction;

/// An action, the fact it states, and whether the order is at that point.
type Possible = (OrderAction, &'static str, bool);

/// `held` by what another order says; `now` in milliseconds since 1970 UTC.
pub(super) fn of(role: Role, order: &Order, course: &Course, held: bool, now: u64) -> Vec<OrderAction> {
    let possible = money(course, role, now).into_iter().chain(parcel(order, course, held)).chain(end(course, role));
    let mut allowed: Vec<_> = possible.filter(|(_, deed, fits)| *fits && may(role, Noun::Order, deed)).collect();
    allowed.sort_by_key(|(action, ..)| rank(*action, course.standing));
    allowed.into_iter().map(|(action, ..)| action).collect()
}

/// What the standing asks for comes first, then notes and edits, then what is seldom meant.
fn rank(action: OrderAction, standing: Standing) -> u8 {
    use OrderAction::{
        AskCancel, Cancel, ChooseTracking, Claim, Close, Deliver, Exchange, Expire, Note, Pack, Print, ReceiveReturn,
        Refund, Return, Revise, SendTracking, Ship, Total, Verify,
    };
    match (action, standing) {
        (ChooseTracking, _)
        | (Verify, Standing::Claimed)
        | (Print, Standing::Paid)
        | (Pack, Standing::Printed)
        | (Ship, Standing::Packed)
        | (Total, Standing::Checked | Standing::Expired | Standing::Short)
        | (Claim, Standing::Totalled) => 0,
        (SendTracking | ReceiveReturn | Exchange | Refund, _) => 1,
        (Deliver | Close | Claim | Verify | Total, _) => 2,
        (Revise, _) => 3,
        (Note, _) => 4,
        (Print | Pack | Ship | Expire, _) => 5,
        (Return | AskCancel | Cancel, _) => 6,
    }
}

fn money(course: &Course, role: Role, now: u64) -> [Possible; 7] {
    use OrderAction::{Claim, Expire, Note, Refund, Revise, Total, Verify};
    let unpaid = course.standing.stage() == Stage::Unpaid;
    let told = course.totalan.is_some();
    let ready = unpaid && !matches!(course.standing, Standing::Draft | Standing::Claimed);
    let overdue = course.valid_totalan().is_some_and(|totalan| totalan.deadline < now);
    let open = course.money.open_claims().next().is_some();
    let back = matches!(course.standing, Standing::Cancelled | Standing::Returned) || !course.flags.is_empty();
    let edits = !course.standing.is_closed();
    let sees = role != Role::Warehouse;
    [
        (Total, "totalled", ready),
        (Expire, "expired", overdue && course.standing == Standing::Totalled),
        (Claim, "claimed", unpaid && told),
        (Verify, "verified", told && (open || unpaid)),
        (Refund, "refunded", course.money.net() > 0 && back && sees),
        (Revise, "revised", edits),
        (Note, "noted", true),
    ]
}

fn parcel(order: &Order, course: &Course, held: bool) -> [Possible; 6] {
    use OrderAction::{ChooseTracking, Deliver, Pack, Print, SendTracking, Ship};
    let free = !held && !course.is_held();
    let stage = course.standing.stage();
    let in_the_house = matches!(stage, Stage::Paid | Stage::Printed | Stage::Packed);
    let undecided = course.parcel.is_undecided();
    let known = !course.parcel.tracking.number.is_empty() && !undecided;
    let fetched = order.is_picked_up() && in_the_house && free;
    [
        (Print, "printed", in_the_house && free),
        (Pack, "packed", stage == Stage::Printed && free),
        (Ship, "shipped", stage == Stage::Packed && free),
        (ChooseTracking, "tracking_chosen", undecided),
        (SendTracking, "tracking_sent", known && stage == Stage::Left),
        (Deliver, "delivered", course.standing == Standing::Shipped || fetched),
    ]
}

fn end(course: &Course, role: Role) -> [Possible; 6] {
    use OrderAction::{AskCancel, Cancel, Close, Exchange, ReceiveReturn, Return as TakeBack};
    let back = course.parcel.returned.as_ref();
    let done = |back: &Return| back.is_done(course.money.refunded > 0);
    let returned = course.standing == Standing::Returned;
    let closable = course.standing == Standing::Delivered || returned && back.is_some_and(done);
    let open = !course.standing.is_closed();
    let owner_only = course.money.received > 0 && role != Role::Owner;
    [
        (TakeBack, "returned", course.standing.stage() == Stage::Left && back.is_none()),
        (ReceiveReturn, "return_received", returned && back.is_some_and(|back| !back.received)),
        (Exchange, "exchanged", returned && back.is_some_and(|back| back.received && !back.exchanged)),
        (Close, "closed", closable),
        (AskCancel, "cancel_asked", open && owner_only && course.cancel_asked.is_none()),
        (Cancel, "cancelled", open && !owner_only),
    ]
}
