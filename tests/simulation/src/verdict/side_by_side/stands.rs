//! Where an order stands when two things were done to it apart: a claim beside an expiry, a shipment beside a
//! cancellation, a label beside another address.

use tapak_domain::order::{Conflict, Standing};

use super::story::Story;
use crate::broken::{Checked, Rule};

pub(super) fn check(story: &Story) -> Checked {
    let at = story.standing;
    let told = |what: &str| format!("{} {what}, and stands {at:?}: {:?}", story.id, story.facts);
    let hold = |fits: bool, what: &str| Rule::SideBySide.hold(fits, || told(what));
    let choice = story.settled(Conflict::CancelledAndShipped, "");
    let (left, cancelled) = (story.has_left(), story.cancelled());
    let torn = left && cancelled && choice.is_none();
    hold(torn == (at == Standing::CancelledAndShipped), "was called off and has left, or neither")?;
    let over = cancelled && (!left || choice == Some("cancelled"));
    hold(over == (at == Standing::Cancelled), "was called off before it left, or was not")?;
    hold(story.open_claims == 0 || at != Standing::Expired, "was paid for, as the buyer says")?;
    let ready = matches!(at, Standing::Printed | Standing::Packed);
    hold(story.void_label().is_none() || !ready, "has a label for another address")
}

#[cfg(test)]
mod tests {
    use tapak_engine::view::happening::Happening;

    use super::*;
    use crate::verdict::side_by_side::story::testing::{cancelled, printed, settled, shipped, story};

    fn fits(facts: Vec<Happening>, standing: Standing) -> bool {
        check(&Story { standing, ..story(facts) }).is_ok()
    }

    #[test]
    fn a_shipment_that_swallows_a_cancellation_or_is_swallowed_by_it_is_caught() {
        let apart = || vec![cancelled(), shipped("JNE1")];
        assert!(fits(apart(), Standing::CancelledAndShipped));
        assert!(!fits(apart(), Standing::Shipped) && !fits(apart(), Standing::Cancelled));
        let chosen = |choice| vec![cancelled(), shipped("JNE1"), settled(Conflict::CancelledAndShipped, "", choice)];
        assert!(fits(chosen("shipped"), Standing::Shipped) && fits(chosen("cancelled"), Standing::Cancelled));
        assert!(!fits(chosen("shipped"), Standing::CancelledAndShipped));
    }

    #[test]
    fn a_claim_that_loses_against_an_expiry_is_caught() {
        let expired = vec![Happening::Expired { version: 1 }];
        assert!(fits(expired.clone(), Standing::Expired));
        let claimed = Story { open_claims: 1, standing: Standing::Expired, ..story(expired) };
        assert!(check(&claimed).is_err());
        assert!(check(&Story { standing: Standing::Claimed, ..claimed }).is_ok());
    }

    #[test]
    fn a_label_that_stays_good_for_an_old_address_is_caught() {
        assert!(fits(vec![printed("Bandung")], Standing::Printed));
        assert!(!fits(vec![printed("Sleman")], Standing::Printed) && !fits(vec![printed("Sleman")], Standing::Packed));
        assert!(fits(vec![printed("Sleman")], Standing::Paid));
        assert!(fits(vec![printed("Sleman"), printed("Bandung")], Standing::Packed));
    }
}
