//! A shop for tests: Rina of CS, Ujang of the warehouse, and records without documents.

use std::cell::Cell;

use uuid::Uuid;

use super::draft::{AddressDraft, LineDraft, OrderDraft};
use super::number::OrderNumber;
use super::read::Order;
use super::standing::Standing;
use super::{cancel, ship, take};
use crate::context::{Actor, Context};
use crate::policy::{Authority, Role};
use crate::record::{DeviceId, Edit, Noun, Record, Register};
use crate::stamp::Stamp;

pub(crate) const CS: DeviceId = DeviceId(Uuid::from_u128(1));
pub(crate) const WAREHOUSE: DeviceId = DeviceId(Uuid::from_u128(2));

#[derive(Default)]
pub(crate) struct Shop {
    ids: Cell<u128>,
}

impl Authority for Shop {
    fn role_of(&self, device: DeviceId) -> Option<Role> {
        [(CS, Role::Cs), (WAREHOUSE, Role::Warehouse)].into_iter().find(|(id, _)| *id == device).map(|(_, role)| role)
    }
}

impl Shop {
    pub(crate) fn acting<T>(&self, role: Role, act: impl FnOnce(&mut Context) -> T) -> T {
        let device = if role == Role::Warehouse { WAREHOUSE } else { CS };
        let mut ids = || {
            self.ids.set(self.ids.get() + 1);
            Uuid::from_u128(1_000 + self.ids.get())
        };
        act(&mut Context { now: Stamp::new(1_790_000_000_000, 0), actor: Actor { device, role }, ids: &mut ids })
    }

    pub(crate) fn apply(order: Order, edits: Vec<Edit>) -> Order {
        let mut record = order.record;
        for edit in edits {
            apply(&mut record, edit);
        }
        Order::new(record)
    }

    pub(crate) fn taken(&self, draft: &OrderDraft) -> Order {
        let number = OrderNumber { prefix: "B3".into(), count: 142 };
        let edits = self.acting(Role::Cs, |context| take::decide(draft, &number, None, context)).unwrap();
        Self::apply(Order::empty(Uuid::from_u128(9)), edits)
    }

    pub(crate) fn shipped(&self, order: &Order, number: &str) -> Order {
        let decide = |context: &mut Context| ship::decide(order, Standing::Checked, number, &|_| false, context);
        Self::apply(order.clone(), self.acting(Role::Warehouse, decide).unwrap())
    }

    pub(crate) fn cancelled(&self, order: &Order, reason: &str) -> Order {
        let edits = self.acting(Role::Cs, |context| cancel::decide(Standing::Checked, reason, context)).unwrap();
        Self::apply(order.clone(), edits)
    }

    /// Copies of one order that only added facts apart, put together.
    pub(crate) fn merged(copies: &[&Order]) -> Order {
        let mut record = Record::empty(copies[0].record.id, Noun::Order);
        for copy in copies {
            record.fields.clone_from(&copy.record.fields);
            record.collections.clone_from(&copy.record.collections);
            record.facts.extend(copy.record.facts.iter().cloned());
        }
        record.facts.sort_by_key(crate::record::Fact::position);
        record.facts.dedup();
        Order::new(record)
    }
}

fn apply(record: &mut Record, edit: Edit) {
    match edit {
        Edit::Set { field, value } => {
            record.fields.insert(field.into(), Register { value, others: vec![] });
        }
        Edit::Put { collection, item, field, value } => {
            let items = record.collections.entry(collection.into()).or_default();
            items.entry(item).or_default().insert(field.into(), Register { value, others: vec![] });
        }
        Edit::Remove { collection, item } => {
            record.collections.entry(collection.into()).or_default().remove(&item);
        }
        Edit::State(fact) => record.facts.push(fact),
    }
}

/// What Rina Marlina ordered.
pub(crate) fn complete() -> OrderDraft {
    OrderDraft {
        buyer_name: "Rina Marlina".into(),
        buyer_phone: "0812-3456-7890".into(),
        address: AddressDraft {
            street: "Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21".into(),
            village: "Condongcatur".into(),
            district: "Depok".into(),
            regency: "Kab. Sleman".into(),
            province: "DI Yogyakarta".into(),
            postal_code: "55283".into(),
            landmark: String::new(),
        },
        lines: vec![LineDraft {
            name: "Trekker X".into(),
            colour: "hitam".into(),
            size: "39".into(),
            quantity: "1".into(),
            price: "189000".into(),
            ..LineDraft::default()
        }],
        courier: "jne".into(),
        service: "REG".into(),
        shipping_fee: "18.000".into(),
        ..OrderDraft::default()
    }
}
