//! Who may do what: one table, asked by the screens, by the relay before it numbers a change, and by standing.

use serde::{Deserialize, Serialize};

use crate::context::Actor;
use crate::record::{DeviceId, Fact, Noun, Record};

/// What a device was enrolled as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Owner,
    Cs,
    Finance,
    Warehouse,
    /// CS of the custom team.
    CustomCs,
    Designer,
    /// Kepala produksi.
    Production,
    /// The relay itself, which enrols who comes with an invite. Nobody is invited as that.
    Relay,
}

impl Role {
    pub const ALL: [Self; 8] = [
        Self::Owner,
        Self::Cs,
        Self::Finance,
        Self::Warehouse,
        Self::CustomCs,
        Self::Designer,
        Self::Production,
        Self::Relay,
    ];
    /// What people hold.
    pub const INVITABLE: &[Self] =
        &[Self::Owner, Self::Cs, Self::Finance, Self::Warehouse, Self::CustomCs, Self::Designer, Self::Production];

    pub fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Cs => "cs",
            Self::Finance => "finance",
            Self::Warehouse => "warehouse",
            Self::CustomCs => "custom_cs",
            Self::Designer => "designer",
            Self::Production => "production",
            Self::Relay => "relay",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Knows which role a device holds; the roster does.
pub trait Authority {
    fn role_of(&self, device: DeviceId) -> Option<Role>;

    /// Roles it held before. What it stated as one of them goes on counting: the relay let it in then.
    fn roles_before(&self, _device: DeviceId) -> &[Role] {
        &[]
    }
}

/// Changing registers and items, as against stating a fact.
pub const EDIT: &str = "edit";

const OFFICE: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs];
const OWNER: &[Role] = &[Role::Owner];
/// Who reads orders may also note on them.
const NOTERS: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs, Role::Finance, Role::Warehouse];
/// Who reads bank statements, and says what was paid.
const FINANCE: &[Role] = &[Role::Owner, Role::Finance];
const SHIPPERS: &[Role] = &[Role::Owner, Role::Warehouse];
/// The relay keeps the time when everybody has gone home, and takes what is bought on the site.
const OFFICE_OR_RELAY: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs, Role::Relay];
const OFFICE_OR_WAREHOUSE: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs, Role::Warehouse];
/// Who stands at a shelf.
const COUNTERS: &[Role] = &[Role::Owner, Role::Cs, Role::Warehouse];

const RULES: &[(Noun, &str, &[Role])] = &[
    (Noun::Order, EDIT, OFFICE_OR_RELAY),
    (Noun::Order, "taken", OFFICE_OR_RELAY),
    (Noun::Order, "revised", OFFICE),
    (Noun::Order, "cancelled", OFFICE),
    (Noun::Order, "noted", NOTERS),
    (Noun::Order, "attached", NOTERS),
    (Noun::Order, "totalled", OFFICE_OR_RELAY),
    (Noun::Order, "expired", OFFICE_OR_RELAY),
    (Noun::Order, "claimed", OFFICE),
    (Noun::Order, "verified", FINANCE),
    (Noun::Order, "refunded", FINANCE),
    (Noun::Order, "printed", OFFICE_OR_WAREHOUSE),
    (Noun::Order, "packed", SHIPPERS),
    (Noun::Order, "shipped", SHIPPERS),
    (Noun::Order, "tracking_chosen", OFFICE_OR_WAREHOUSE),
    (Noun::Order, "tracking_sent", OFFICE),
    (Noun::Order, "delivered", OFFICE),
    (Noun::Order, "closed", OFFICE_OR_RELAY),
    (Noun::Order, "returned", OFFICE),
    (Noun::Order, "return_received", SHIPPERS),
    (Noun::Order, "exchanged", OFFICE),
    (Noun::Order, "cancel_asked", OFFICE),
    // Of a conflict only a role it belongs to: `Conflict::owners` says which.
    (Noun::Order, "settled", NOTERS),
    (Noun::Contact, EDIT, OFFICE_OR_RELAY),
    (Noun::Contact, "added", OFFICE_OR_RELAY),
    (Noun::Contact, "revised", OFFICE),
    (Noun::Contact, "told_apart", OFFICE),
    (Noun::Product, EDIT, OFFICE),
    (Noun::Product, "added", OFFICE),
    (Noun::Tariff, EDIT, OFFICE),
    (Noun::Tariff, "imported", OFFICE),
    (Noun::Tariff, "withdrawn", OFFICE),
    (Noun::Product, "revised", OFFICE),
    (Noun::Product, "attached", OFFICE),
    (Noun::Product, "priced", OWNER),
    (Noun::Product, "retired", OWNER),
    (Noun::Product, "restored", OWNER),
    (Noun::Product, "counted", COUNTERS),
    (Noun::Product, "received", COUNTERS),
    (Noun::Product, "moved", COUNTERS),
    (Noun::Recap, "frozen", FINANCE),
    (Noun::Shop, EDIT, &[Role::Relay]),
    (Noun::Shop, "enrolled", &[Role::Relay]),
    (Noun::Shop, "held", &[Role::Relay]),
    (Noun::Shop, "invited", OWNER),
    (Noun::Shop, "revoked", &[Role::Owner, Role::Relay]),
    (Noun::Shop, "role_changed", OWNER),
    (Noun::Shop, "rekeyed", OWNER),
    (Noun::Shop, "set_up", OWNER),
    (Noun::Shop, "window_set", OWNER),
    (Noun::Shop, "purged", OWNER),
    (Noun::Shop, "reviewed", OWNER),
    // No rule for editing: what a bank's line says, nobody changes.
    (Noun::Statement, "imported", FINANCE),
    (Noun::Statement, "withdrawn", FINANCE),
];

/// Registers that only who may state the fact behind them changes, once the record is there.
const GUARDED: &[(Noun, &str, &str)] = &[(Noun::Product, "price", "priced")];

/// May `role` do `deed` (a fact's kind, or [`EDIT`]) to a record of this noun? What no rule names, nobody may.
pub fn may(role: Role, noun: Noun, deed: &str) -> bool {
    RULES.iter().any(|(of, kind, roles)| *of == noun && *kind == deed && roles.contains(&role))
}

/// Does any rule name this deed? What a newer app states is not known here, which is not the same as forbidden.
pub fn is_known(noun: Noun, deed: &str) -> bool {
    RULES.iter().any(|(of, kind, _)| *of == noun && *kind == deed)
}

const CONTACT_READERS: &[Role] = &[Role::Owner, Role::Cs, Role::CustomCs, Role::Finance, Role::Relay];

/// May `role` have records of this noun on its devices?
pub fn may_read(role: Role, noun: Noun) -> bool {
    match noun {
        Noun::Shop | Noun::Product => true,
        Noun::Order | Noun::Tariff => NOTERS.contains(&role) || role == Role::Relay,
        Noun::Contact => CONTACT_READERS.contains(&role),
        Noun::Statement | Noun::Recap => FINANCE.contains(&role) || role == Role::Relay,
    }
}

/// Does this fact count, given who stated it?
pub fn counts(authority: &dyn Authority, noun: Noun, fact: &Fact) -> bool {
    let roles = authority.role_of(fact.by).into_iter().chain(authority.roles_before(fact.by).iter().copied());
    roles.into_iter().any(|role| may(role, noun, &fact.kind))
}

/// Why a change is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    #[error("the role of this device may not do that")]
    NotYourRole,
    #[error("a fact was changed or removed")]
    FactImmutable,
    #[error("a fact in another device's name")]
    NotYourFact,
}

/// Judges one change by what it did: the record before and after, and who signed it.
pub fn judge(before: &Record, after: &Record, actor: Actor) -> Result<(), Breach> {
    let mut kept = 0;
    for fact in &after.facts {
        match before.facts.iter().find(|old| old.id == fact.id) {
            Some(old) if old == fact => kept += 1,
            Some(_) => return Err(Breach::FactImmutable),
            None => judge_new_fact(after.noun, fact, actor)?,
        }
    }
    if kept < before.facts.len() {
        return Err(Breach::FactImmutable);
    }
    let edited = before.fields != after.fields || before.collections != after.collections;
    if edited && !may_edit(before, after, actor.role) { Err(Breach::NotYourRole) } else { Ok(()) }
}

fn may_edit(before: &Record, after: &Record, role: Role) -> bool {
    let is_new = before.fields.is_empty();
    let changed = |field: &str| before.fields.get(field) != after.fields.get(field);
    let mut guards = GUARDED.iter().filter(|(noun, field, _)| *noun == after.noun && !is_new && changed(field));
    may(role, after.noun, EDIT) && guards.all(|(noun, _, deed)| may(role, *noun, deed))
}

fn judge_new_fact(noun: Noun, fact: &Fact, actor: Actor) -> Result<(), Breach> {
    if fact.by != actor.device {
        return Err(Breach::NotYourFact);
    }
    if may(actor.role, noun, &fact.kind) { Ok(()) } else { Err(Breach::NotYourRole) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};
    use uuid::Uuid;

    use super::*;
    use crate::record::Register;
    use crate::stamp::Stamp;

    fn device(n: u128) -> DeviceId {
        DeviceId(Uuid::from_u128(n))
    }

    fn fact(kind: &str, by: DeviceId) -> Fact {
        Fact { id: Uuid::from_u128(7), kind: kind.into(), at: Stamp::new(1, 0), by, data: Map::new() }
    }

    fn order() -> Record {
        Record::empty(Uuid::from_u128(1), Noun::Order)
    }

    fn with(fact: Fact) -> Record {
        Record { facts: vec![fact], ..order() }
    }

    #[test]
    fn rina_of_cs_cannot_say_shipped_and_ujang_of_the_warehouse_can() {
        let after = with(fact("shipped", device(1)));
        let rina = Actor { device: device(1), role: Role::Cs };
        assert_eq!(judge(&order(), &after, rina), Err(Breach::NotYourRole));
        let ujang = Actor { device: device(1), role: Role::Warehouse };
        assert_eq!(judge(&order(), &after, ujang), Ok(()));
    }

    #[test]
    fn nobody_states_a_fact_in_anothers_name() {
        let after = with(fact("noted", device(2)));
        let rina = Actor { device: device(1), role: Role::Cs };
        assert_eq!(judge(&order(), &after, rina), Err(Breach::NotYourFact));
    }

    #[test]
    fn a_fact_stays_as_it_was_said() {
        let before = with(fact("noted", device(1)));
        let mut after = before.clone();
        after.facts[0].data.insert("text".into(), json!("lain"));
        let owner = Actor { device: device(1), role: Role::Owner };
        assert_eq!(judge(&before, &after, owner), Err(Breach::FactImmutable));
        assert_eq!(judge(&before, &order(), owner), Err(Breach::FactImmutable));
    }

    #[test]
    fn the_warehouse_does_not_change_an_address() {
        let mut after = order();
        after.fields.insert("address".into(), Register { value: json!({"street": "x"}), others: vec![] });
        let ujang = Actor { device: device(1), role: Role::Warehouse };
        assert_eq!(judge(&order(), &after, ujang), Err(Breach::NotYourRole));
    }

    #[test]
    fn what_a_banks_line_says_nobody_changes_and_only_finance_and_the_owner_read_it() {
        let before = Record::empty(Uuid::from_u128(1), Noun::Statement);
        let mut after = before.clone();
        after.fields.insert("lines".into(), Register { value: json!([]), others: vec![] });
        for role in Role::ALL {
            assert_eq!(judge(&before, &after, Actor { device: device(1), role }), Err(Breach::NotYourRole));
            let reads = matches!(role, Role::Owner | Role::Finance | Role::Relay);
            assert_eq!(may_read(role, Noun::Statement), reads, "{role:?}");
        }
    }

    #[test]
    fn r20_a_price_is_set_by_who_adds_the_product_and_changed_by_the_owner() {
        let with = |price: i64| {
            let fields = [("price".to_owned(), Register { value: json!(price), others: vec![] })].into_iter().collect();
            Record { fields, ..Record::empty(Uuid::from_u128(1), Noun::Product) }
        };
        let new = Record::empty(Uuid::from_u128(1), Noun::Product);
        let (rina, owner) =
            (Actor { device: device(1), role: Role::Cs }, Actor { device: device(1), role: Role::Owner });
        assert_eq!(judge(&new, &with(189_000), rina), Ok(()));
        assert_eq!(judge(&with(189_000), &with(99_000), rina), Err(Breach::NotYourRole));
        assert_eq!(judge(&with(189_000), &with(199_000), owner), Ok(()));
    }

    #[test]
    fn what_no_rule_names_nobody_may() {
        assert!(!may(Role::Owner, Noun::Order, "teleported"));
    }
}
