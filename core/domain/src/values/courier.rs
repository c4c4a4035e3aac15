//! The couriers parcels travel with, by code, by name and by nickname.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::courier_facts::{self, Facts};
use super::text;

/// Why a courier was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CourierError {
    #[error("the courier is not known")]
    Unknown,
}

impl CourierError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "courier.unknown",
        }
    }
}

/// Who carries the parcel; `Pickup` is the buyer who comes to the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Courier {
    Jne,
    Jnt,
    JntCargo,
    Sicepat,
    Anteraja,
    Pos,
    Ninja,
    IdExpress,
    Lion,
    Tiki,
    Wahana,
    Spx,
    Pickup,
}

impl Courier {
    pub const ALL: [Self; 13] = [
        Self::Jne,
        Self::Jnt,
        Self::JntCargo,
        Self::Sicepat,
        Self::Anteraja,
        Self::Pos,
        Self::Ninja,
        Self::IdExpress,
        Self::Lion,
        Self::Tiki,
        Self::Wahana,
        Self::Spx,
        Self::Pickup,
    ];

    /// The stable word this courier is stored under.
    pub const fn code(self) -> &'static str {
        self.facts().code
    }

    /// The name on the parcel label.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// Service names people ask for.
    pub const fn services(self) -> &'static [&'static str] {
        self.facts().services
    }

    /// Nicknames in lower case, words separated by one space.
    pub const fn aliases(self) -> &'static [&'static str] {
        self.facts().aliases
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|courier| courier.code() == code)
    }

    /// Reads a nickname in any case: `JNT`, `j&t`, `Si Cepat`.
    pub fn from_alias(word: &str) -> Option<Self> {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        Self::ALL.into_iter().find(|courier| courier.aliases().contains(&word.as_str()))
    }

    const fn facts(self) -> &'static Facts {
        match self {
            Self::Jne => &courier_facts::JNE,
            Self::Jnt => &courier_facts::JNT,
            Self::JntCargo => &courier_facts::JNT_CARGO,
            Self::Sicepat => &courier_facts::SICEPAT,
            Self::Anteraja => &courier_facts::ANTERAJA,
            Self::Pos => &courier_facts::POS,
            Self::Ninja => &courier_facts::NINJA,
            Self::IdExpress => &courier_facts::ID_EXPRESS,
            Self::Lion => &courier_facts::LION,
            Self::Tiki => &courier_facts::TIKI,
            Self::Wahana => &courier_facts::WAHANA,
            Self::Spx => &courier_facts::SPX,
            Self::Pickup => &courier_facts::PICKUP,
        }
    }
}

impl fmt::Display for Courier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl TryFrom<String> for Courier {
    type Error = CourierError;

    fn try_from(code: String) -> Result<Self, CourierError> {
        Self::from_code(&code).ok_or(CourierError::Unknown)
    }
}

impl From<Courier> for String {
    fn from(courier: Courier) -> Self {
        courier.code().to_owned()
    }
}

/// A courier and the service asked of it; the service may be open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CourierService {
    pub courier: Courier,
    #[serde(default, deserialize_with = "text::line::<_, 40>")]
    pub service: String,
}

impl CourierService {
    /// Bounds the service name and writes it in capitals as the couriers do.
    pub fn new(courier: Courier, service: &str) -> Result<Self, text::TextError> {
        let service = text::clean(service, 40)?.to_uppercase();
        Ok(Self { courier, service })
    }
}

impl fmt::Display for CourierService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.courier.name();
        if self.service.is_empty() { f.write_str(name) } else { write!(f, "{name} {}", self.service) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_courier_is_found_by_its_code_and_by_each_nickname() {
        for courier in Courier::ALL {
            assert_eq!(Courier::from_code(courier.code()), Some(courier));
            for alias in courier.aliases() {
                assert_eq!(Courier::from_alias(alias), Some(courier), "{alias}");
            }
        }
    }

    #[test]
    fn rina_may_type_a_nickname_in_any_case() {
        assert_eq!(Courier::from_alias(" JNT "), Some(Courier::Jnt));
        assert_eq!(Courier::from_alias("Si  Cepat"), Some(Courier::Sicepat));
        assert_eq!(Courier::from_alias("J&T Cargo"), Some(Courier::JntCargo));
        assert_eq!(Courier::from_alias("merpati"), None);
    }

    #[test]
    fn a_courier_travels_as_its_code() {
        assert_eq!(serde_json::to_string(&Courier::JntCargo).ok(), Some("\"jnt_cargo\"".to_owned()));
        assert!(serde_json::from_str::<Courier>("\"merpati\"").is_err());
    }

    #[test]
    fn a_service_is_shown_after_its_courier() {
        let shown = |service| CourierService::new(Courier::Jne, service).map(|s| s.to_string());
        assert_eq!(shown(" reg "), Ok("JNE REG".to_owned()));
        assert_eq!(shown(""), Ok("JNE".to_owned()));
        assert!(shown(&"x".repeat(41)).is_err());
    }
}
