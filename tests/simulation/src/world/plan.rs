//! What kind of shop a seed gets, beyond its people: how early the relay sends cards, how long orders stay, how wrong clocks are, what may be restored.

use crate::dice::Dice;

/// Longer than a buyer has to transfer, whatever the clocks say.
const NIGHT: u64 = 6 * 60 * 60 * 1000;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Devices further behind than so many changes get cards; `None` leaves it to the relay.
    pub(crate) cards_behind: Option<u64>,
    /// Closed orders are old at once: devices have them as rows and get the rest when somebody asks.
    pub(crate) away: bool,
    /// The relay may be restored from a backup.
    pub(crate) restores: bool,
    /// Some clocks are days off.
    pub(crate) far_clocks: bool,
    /// How long everybody goes home for in the middle of it, in milliseconds.
    pub(crate) night: u64,
}

impl Plan {
    pub(crate) fn draw(dice: &mut Dice) -> Self {
        let cards_behind = match dice.below(20) {
            0..3 => None,
            3..8 => Some(dice.within(60..200)),
            _ => Some(dice.within(5..60)),
        };
        let (away, far) = (dice.chance(450), dice.chance(350));
        // A clock that runs ahead makes everything young.
        Self {
            cards_behind,
            away,
            restores: dice.chance(500),
            far_clocks: far && !away,
            night: if dice.chance(600) { NIGHT } else { 0 },
        }
    }
}
