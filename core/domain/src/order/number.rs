//! The order number: a device's prefix and its own count, so two phones with no signal never make the same one.

use std::fmt;

/// Such as `B3-0142`: short enough to be read out on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderNumber {
    pub prefix: String,
    pub count: u32,
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.prefix, self.count)
    }
}
