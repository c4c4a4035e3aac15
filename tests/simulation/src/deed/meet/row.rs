//! The rows of the table of what two people may do side by side (DOMAIN, "Concurrent facts"), and when each was met.

use uuid::Uuid;

/// One row: what one does, and what the other does at the same moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Row {
    OneNumber,
    TwoNumbers,
    ClaimAndExpiry,
    LastPair,
    CancelAndShipment,
    AddressAndLabel,
    OneLine,
    OneNominal,
    OneProof,
    TwoRecaps,
    ErasureAndEdit,
    TwoNotes,
    OneField,
    OtherFields,
}

impl Row {
    /// For which much has to come together.
    pub(super) const RARE: [Self; 4] = [Self::OneNumber, Self::TwoNumbers, Self::ClaimAndExpiry, Self::LastPair];
    /// What is seldom possible comes first: a search that begins anywhere finds it before what is always possible.
    pub(super) const ALL: [Self; 14] = [
        Self::OneNumber,
        Self::TwoNumbers,
        Self::ClaimAndExpiry,
        Self::LastPair,
        Self::CancelAndShipment,
        Self::AddressAndLabel,
        Self::OneLine,
        Self::OneNominal,
        Self::OneProof,
        Self::TwoRecaps,
        Self::ErasureAndEdit,
        Self::OneField,
        Self::OtherFields,
        Self::TwoNotes,
    ];
}

/// The commands two people gave at one moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meeting {
    pub(crate) row: Row,
    pub(crate) commands: [Uuid; 2],
    /// In milliseconds, as the world counts.
    pub(crate) at: u64,
}
