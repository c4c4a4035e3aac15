//! Kode unik: each device adds codes of its own block, so that phones without signal tell no two buyers the same amount.

/// Devices that have a block of their own; the next ones share blocks with the first.
const BLOCKS: u32 = 20;
const CODES: u32 = 49;

/// The next code of the device at `place` of the roster, `used` of its codes on. What is taken, as far as it knows, is
/// passed over; when all are, two orders will be found to hold one amount.
pub(super) fn next(place: u32, used: u32, taken: &dyn Fn(u32) -> bool) -> u32 {
    let first = place % BLOCKS * CODES + 1;
    let code = |step: u32| first + (used.wrapping_add(step)) % CODES;
    (0..CODES).map(code).find(|code| !taken(*code)).unwrap_or_else(|| code(0))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn twenty_devices_never_use_each_others_codes() {
        let block = |place| (0..CODES).map(|used| next(place, used, &|_| false)).collect::<BTreeSet<_>>();
        let all: BTreeSet<_> = (0..BLOCKS).flat_map(block).collect();
        assert_eq!(all.len(), 980);
        assert_eq!((all.first(), all.last()), (Some(&1), Some(&980)));
        assert_eq!(block(20), block(0));
    }

    #[test]
    fn a_code_in_use_is_passed_over_until_none_is_left() {
        assert_eq!(next(1, 0, &|code| code < 53), 53);
        assert_eq!(next(1, 3, &|_| true), 53);
    }
}
