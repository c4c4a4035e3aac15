//! Kode unik: each device adds codes of its own block, so that phones without signal tell no two buyers the same amount.

/// Devices that have a block of their own; the next ones share blocks with the first.
const BLOCKS: u32 = 20;
const CODES: u32 = 49;

/// The codes one device hands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeBlock {
    first: u32,
    codes: u32,
}

impl CodeBlock {
    /// What the relay hands out to buyers of the site: what the devices leave below a thousand.
    pub const SITE: Self = Self { first: BLOCKS * CODES + 1, codes: 999 - BLOCKS * CODES };

    /// Of the device at this place of the roster.
    pub fn of_device(place: u32) -> Self {
        Self { first: place % BLOCKS * CODES + 1, codes: CODES }
    }

    /// The next code after `used` of them. What is taken, as far as the device knows, is passed over; when all are, two
    /// orders will be found to hold one amount.
    pub(super) fn next(self, used: u32, taken: &dyn Fn(u32) -> bool) -> u32 {
        let code = |step: u32| self.first + (used.wrapping_add(step)) % self.codes;
        (0..self.codes).map(code).find(|code| !taken(*code)).unwrap_or_else(|| code(0))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn twenty_devices_never_use_each_others_codes() {
        let block =
            |place| (0..CODES).map(|used| CodeBlock::of_device(place).next(used, &|_| false)).collect::<BTreeSet<_>>();
        let all: BTreeSet<_> = (0..BLOCKS).flat_map(block).collect();
        assert_eq!(all.len(), 980);
        assert_eq!((all.first(), all.last()), (Some(&1), Some(&980)));
        assert_eq!(block(20), block(0));
        let site: BTreeSet<_> = (0..19).map(|used| CodeBlock::SITE.next(used, &|_| false)).collect();
        assert_eq!((site.len(), site.first(), site.last()), (19, Some(&981), Some(&999)));
    }

    #[test]
    fn a_code_in_use_is_passed_over_until_none_is_left() {
        let second = CodeBlock::of_device(1);
        assert_eq!(second.next(0, &|code| code < 53), 53);
        assert_eq!(second.next(3, &|_| true), 53);
    }
}
