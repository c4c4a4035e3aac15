//! What kind of shop a seed gets, beyond its people: how early the relay sends cards.

use crate::dice::Dice;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Devices further behind than so many changes get cards; `None` leaves it to the relay.
    pub(crate) cards_behind: Option<u64>,
}

impl Plan {
    pub(crate) fn draw(dice: &mut Dice) -> Self {
        let cards_behind = match dice.below(20) {
            0..3 => None,
            3..8 => Some(dice.within(60..200)),
            _ => Some(dice.within(5..60)),
        };
        Self { cards_behind }
    }
}
