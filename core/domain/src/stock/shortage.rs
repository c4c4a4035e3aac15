//! Who goes without when more was sold than there is: who paid first is served first, then who was first.

use uuid::Uuid;

/// An open order that holds pairs of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub order: Uuid,
    pub pairs: i64,
    /// The place in history at which it was paid; nothing while it is not.
    pub paid: Option<String>,
    /// The place in history from which on it holds them.
    pub since: String,
    /// The buyer was asked and waits for the next pair.
    pub waits: bool,
}

/// An order with what it lacks: nothing, when it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    pub claim: Claim,
    pub lacks: i64,
}

impl Short {
    /// Somebody has to speak with the buyer: the money is here, the pair is not.
    pub fn is_open(&self) -> bool {
        self.lacks > 0 && self.claim.paid.is_some() && !self.claim.waits
    }
}

/// The claims on one cell in the sequence in which they are served. It comes from what was stated alone, so it is the
/// same on every device.
pub fn short(on_hand: i64, mut claims: Vec<Claim>) -> Vec<Short> {
    claims.sort_by(|one, other| turn(one).cmp(&turn(other)));
    let mut rest = on_hand.max(0);
    let serve = |claim: Claim| {
        let served = claim.pairs.min(rest);
        rest -= served;
        Short { lacks: claim.pairs - served, claim }
    };
    claims.into_iter().map(serve).collect()
}

fn turn(claim: &Claim) -> (bool, Option<&str>, &str, Uuid) {
    (claim.paid.is_none(), claim.paid.as_deref(), &claim.since, claim.order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(order: u128, since: &str, paid: Option<&str>) -> Claim {
        Claim {
            order: Uuid::from_u128(order),
            pairs: 1,
            paid: paid.map(str::to_owned),
            since: since.into(),
            waits: false,
        }
    }

    #[test]
    fn r14_of_two_who_bought_the_last_pair_the_one_who_paid_later_goes_without() {
        let (siti, dedi) = (claim(1, "a", Some("z")), claim(2, "b", Some("y")));
        for claims in [vec![siti.clone(), dedi.clone()], vec![dedi.clone(), siti.clone()]] {
            let served = short(1, claims);
            let lacking: Vec<_> = served.iter().map(|short| (short.claim.order.as_u128(), short.lacks)).collect();
            assert_eq!(lacking, [(2, 0), (1, 1)]);
        }
    }

    #[test]
    fn who_paid_comes_before_who_only_has_a_totalan() {
        let served = short(1, vec![claim(1, "a", None), claim(2, "b", Some("c"))]);
        assert_eq!(served[1].claim.order.as_u128(), 1);
        assert_eq!(short(-3, vec![claim(1, "a", None)])[0].lacks, 1);
    }
}
