//! Who works in the demo shop, and on what.

use tapak_domain::policy::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seat {
    Owner,
    FirstCs,
    SecondCs,
    Finance,
    Warehouse,
}

impl Seat {
    pub(super) const ALL: [Self; 5] = [Self::Owner, Self::FirstCs, Self::SecondCs, Self::Finance, Self::Warehouse];

    pub(super) const fn role(self) -> Role {
        match self {
            Self::Owner => Role::Owner,
            Self::FirstCs | Self::SecondCs => Role::Cs,
            Self::Finance => Role::Finance,
            Self::Warehouse => Role::Warehouse,
        }
    }

    pub(super) const fn person(self) -> &'static str {
        match self {
            Self::Owner => "Pak Hendra",
            Self::FirstCs => "Rina",
            Self::SecondCs => "Tono",
            Self::Finance => "Bu Eni",
            Self::Warehouse => "Ujang",
        }
    }

    pub(super) const fn device_name(self) -> &'static str {
        match self {
            Self::Owner => "HP Pak Hendra",
            Self::FirstCs => "HP CS-1",
            Self::SecondCs => "HP CS-2",
            Self::Finance => "Laptop keuangan",
            Self::Warehouse => "Tablet rak depan",
        }
    }
}
