//! The weather: what happens to frames, and what trouble comes to whom and when.

mod calm;
mod trouble;

use crate::dice::Dice;
use crate::world::wire::Fate;

/// How long the bad weather lasts, in milliseconds.
pub(crate) const STORM: u64 = 15 * 60 * 1000;

/// Chances of one frame, in a thousand, and how long it travels.
#[derive(Debug, Clone, Copy)]
struct Wind {
    lost: u64,
    doubled: u64,
    swapped: u64,
    fastest: u64,
    slowest: u64,
}

const STILL: Wind = Wind { lost: 0, doubled: 0, swapped: 0, fastest: 5, slowest: 60 };
const BREEZE: Wind = Wind { lost: 4, doubled: 6, swapped: 6, fastest: 20, slowest: 250 };
const GALE: Wind = Wind { lost: 40, doubled: 30, swapped: 30, fastest: 50, slowest: 2_000 };

#[derive(Debug)]
pub(crate) struct Weather {
    wind: Wind,
    over: bool,
}

impl Weather {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        Self { wind: dice.one([STILL, BREEZE, GALE]), over: false }
    }

    pub(crate) fn frame(&self, dice: &mut Dice) -> Fate {
        let roll = dice.below(1000);
        let Wind { lost, doubled, swapped, .. } = self.wind;
        let fates = [(lost, Fate::Lost), (lost + doubled, Fate::Doubled), (lost + doubled + swapped, Fate::Swapped)];
        fates.into_iter().find(|(below, _)| roll < *below).map_or(Fate::Fine, |(_, fate)| fate)
    }

    pub(crate) fn latency(&self, dice: &mut Dice) -> u64 {
        dice.within(self.wind.fastest..self.wind.slowest)
    }

    fn turn(&mut self, dice: &mut Dice) {
        self.wind = dice.one([STILL, BREEZE, BREEZE, GALE]);
    }

    fn rest(&mut self) {
        (self.wind, self.over) = (STILL, true);
    }

    /// No more trouble is wanted.
    fn is_over(&self) -> bool {
        self.over
    }
}
