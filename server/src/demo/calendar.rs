//! The six weeks of the demo shop, in thirds of a working day, up to half past nine this morning.

use std::ops::Range;

use super::dice::Dice;

const MINUTE: u64 = 60 * 1_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// Bandung is seven hours ahead of UTC.
const WIB: u64 = 7 * HOUR;
const DAYS: u32 = 42;
const SHIFTS: u32 = 3;
/// The working day: before noon, after it, and the evening, when buyers write.
const HOURS: [Range<u64>; 3] =
    [8 * HOUR..12 * HOUR - MINUTE, 13 * HOUR..17 * HOUR - MINUTE, 18 * HOUR + 30 * MINUTE..21 * HOUR];
/// What follows from a deed within its shift takes less than this.
const SPARE_MINUTES: u32 = 10;
/// The last morning ends here.
const LAST: Range<u64> = 8 * HOUR..9 * HOUR + 30 * MINUTE;

/// A third of a working day, counted from the first one. Facts of one shift are known to others when it ends.
pub(super) type Shift = u32;

#[derive(Debug)]
pub(super) struct Calendar {
    /// Midnight of the first day in Bandung.
    first: u64,
}

impl Calendar {
    /// Ends at half past nine today, or yesterday while that is still to come.
    pub(super) fn until(now: u64) -> Self {
        let since_opening = (now + WIB).saturating_sub(LAST.end);
        let midnight = since_opening / DAY * DAY;
        Self { first: (midnight - WIB).saturating_sub(DAY * u64::from(DAYS - 1)) }
    }

    /// The last shift.
    pub(super) const fn last() -> Shift {
        (DAYS - 1) * SHIFTS
    }

    /// A moment of this shift.
    pub(super) fn moment(&self, shift: Shift, dice: &mut Dice) -> u64 {
        let hours = self.hours(shift);
        let minutes =
            u32::try_from((hours.end - hours.start) / MINUTE).unwrap_or_default().saturating_sub(SPARE_MINUTES);
        hours.start + u64::from(dice.below(minutes)) * MINUTE + u64::from(dice.below(60)) * 1_000
    }

    pub(super) fn end(&self, shift: Shift) -> u64 {
        self.hours(shift).end
    }

    /// The first shift after this one in which parcels leave: afternoons but Sundays, and the last morning.
    pub(super) fn next_pickup(&self, shift: Shift) -> Option<Shift> {
        (shift + 1..=Self::last()).find(|shift| self.has_pickup(*shift))
    }

    fn has_pickup(&self, shift: Shift) -> bool {
        shift == Self::last() || (Self::is_afternoon(shift) && !self.is_sunday(shift))
    }

    pub(super) const fn is_afternoon(shift: Shift) -> bool {
        shift % SHIFTS == 1
    }

    fn is_sunday(&self, shift: Shift) -> bool {
        // 1970 began on a Thursday.
        ((self.midnight(shift) + WIB) / DAY + 4).is_multiple_of(7)
    }

    fn midnight(&self, shift: Shift) -> u64 {
        self.first + DAY * u64::from(shift / SHIFTS)
    }

    fn hours(&self, shift: Shift) -> Range<u64> {
        let of_day = if shift == Self::last() { &LAST } else { &HOURS[(shift % SHIFTS) as usize] };
        let midnight = self.midnight(shift);
        midnight + of_day.start..midnight + of_day.end
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, DAY, HOUR, MINUTE};

    /// Tuesday 24 November 2026, 00.00 in Bandung.
    const TUESDAY: u64 = 1_795_453_200_000;

    #[test]
    fn nothing_has_happened_that_is_still_to_come() {
        let half_past_nine = TUESDAY + 9 * HOUR + 30 * MINUTE;
        for (now, end) in [(half_past_nine, half_past_nine), (half_past_nine - 1, half_past_nine - DAY)] {
            assert_eq!(Calendar::until(now).end(Calendar::last()), end);
        }
    }

    #[test]
    fn no_parcel_leaves_on_a_sunday() {
        let calendar = Calendar::until(TUESDAY + 12 * HOUR);
        let saturday_evening = Calendar::last() - 7;
        assert_eq!(calendar.next_pickup(saturday_evening), Some(Calendar::last() - 2), "Monday afternoon");
        assert_eq!(calendar.next_pickup(Calendar::last() - 2), Some(Calendar::last()));
        assert_eq!(calendar.next_pickup(Calendar::last()), None);
    }
}
