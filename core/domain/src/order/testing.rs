//! A shop for tests: Rina of CS, Eni of finance, Ujang of the warehouse, the owner, and records without documents.

use std::cell::Cell;

use uuid::Uuid;

use super::draft::{AddressDraft, LineDraft, OrderDraft};
use super::number::OrderNumber;
use super::read::Order;
use super::unique_code::CodeBlock;
use super::{
    ClaimDraft, Course, Outcome, PackedBy, Paper, ShipmentDraft, VerdictDraft, cancel, claim, close, deliver, pack,
    print, ship, take, total, verify,
};
use crate::context::{Actor, Context};
use crate::policy::{Authority, Role};
use crate::record::{DeviceId, Edit, Noun, Record, Register};
use crate::shop::{BankAccount, Settings};
use crate::stamp::Stamp;

pub(crate) const CS: DeviceId = DeviceId(Uuid::from_u128(1));
pub(crate) const WAREHOUSE: DeviceId = DeviceId(Uuid::from_u128(2));
pub(crate) const FINANCE: DeviceId = DeviceId(Uuid::from_u128(3));
pub(crate) const OWNER: DeviceId = DeviceId(Uuid::from_u128(4));
const CREW: [(DeviceId, Role); 4] =
    [(CS, Role::Cs), (WAREHOUSE, Role::Warehouse), (FINANCE, Role::Finance), (OWNER, Role::Owner)];

#[derive(Default)]
pub(crate) struct Shop {
    ids: Cell<u128>,
    /// Steps since the shop opened: what is done later says so.
    steps: Cell<u16>,
}

impl Authority for Shop {
    fn role_of(&self, device: DeviceId) -> Option<Role> {
        CREW.into_iter().find(|(id, _)| *id == device).map(|(_, role)| role)
    }
}

impl Shop {
    pub(crate) fn acting<T>(&self, role: Role, act: impl FnOnce(&mut Context) -> T) -> T {
        self.acting_after(0, role, act)
    }

    pub(crate) fn acting_after<T>(&self, hours: u64, role: Role, act: impl FnOnce(&mut Context) -> T) -> T {
        let device = CREW.into_iter().find(|(_, held)| *held == role).map_or(CS, |(device, _)| device);
        self.steps.set(self.steps.get() + 1);
        let mut ids = || {
            self.ids.set(self.ids.get() + 1);
            Uuid::from_u128(1_000 + self.ids.get())
        };
        let now = Stamp::new(1_790_000_000_000 + hours * 3_600_000, self.steps.get());
        act(&mut Context { now, actor: Actor { device, role }, ids: &mut ids })
    }

    pub(crate) fn apply(order: Order, edits: Vec<Edit>) -> Order {
        let mut record = order.record;
        for edit in edits {
            write(&mut record, edit);
        }
        Order::new(record)
    }

    pub(crate) fn course(&self, order: &Order) -> Course {
        Course::of(order, self)
    }

    pub(crate) fn settings() -> Settings {
        let account = BankAccount { bank: "BCA".into(), number: "1391234567".into(), holder: "CV XYZ".into() };
        Settings { accounts: vec![account], ..Settings::default() }
    }

    /// One step of a role that knows the order as it stands.
    pub(crate) fn step<R: std::fmt::Debug>(
        &self,
        order: &Order,
        role: Role,
        verb: impl FnOnce(&Course, &mut Context) -> Result<Vec<Edit>, Vec<R>>,
    ) -> Order {
        let course = self.course(order);
        let edits = self.acting(role, |context| verb(&course, context)).unwrap();
        Self::apply(order.clone(), edits)
    }

    pub(crate) fn taken(&self, draft: &OrderDraft) -> Order {
        let number = OrderNumber { prefix: "B3".into(), count: 142 };
        let edits = self.acting(Role::Cs, |context| take::decide(draft, &number, None, context)).unwrap();
        Self::apply(Order::empty(Uuid::from_u128(9)), edits)
    }

    pub(crate) fn totalled(&self, order: &Order) -> Order {
        let settings = Self::settings();
        let terms = total::Terms {
            account: settings.account(""),
            hours: settings.deadline_hours,
            located: true,
            tariff: true,
            codes: CodeBlock::of_device(0),
            used: 0,
            taken: &|_| false,
        };
        self.step(order, Role::Cs, |course, context| {
            total::decide(order, course, &total::Said::default(), &terms, context)
        })
    }

    pub(crate) fn claimed(&self, order: &Order) -> Order {
        let draft = ClaimDraft { amount: "207rb".into(), bank: "Mandiri".into(), ..ClaimDraft::default() };
        self.step(order, Role::Cs, |course, context| claim::decide(course, &draft, None, context))
    }

    /// The whole nominal, on a line of the statement of its own.
    pub(crate) fn paid(&self, order: &Order) -> Order {
        let line = Uuid::from_u128(500_000 + u128::from(self.steps.get()));
        self.paid_by(order, line)
    }

    pub(crate) fn paid_by(&self, order: &Order, line: Uuid) -> Order {
        let course = self.course(order);
        let draft = VerdictDraft {
            outcome: Outcome::Paid,
            amount: course.due().to_string(),
            bank_line: Some(line),
            cash: false,
            reason: String::new(),
            claim: course.money.open_claims().next().map(|claim| claim.id),
        };
        let evidence = verify::Evidence { amount: Some(course.due()), used: false };
        self.step(order, Role::Finance, |course, context| verify::decide(course, &draft, evidence, context))
    }

    pub(crate) fn printed(&self, order: &Order) -> Order {
        self.step(order, Role::Cs, |course, context| print::decide(order, course, Paper::Label, false, context))
    }

    pub(crate) fn packed(&self, order: &Order) -> Order {
        let lines: Vec<_> = order.lines.keys().copied().collect();
        self.step(order, Role::Warehouse, |course, context| {
            pack::decide(order, course, (PackedBy::Tick, &lines), false, context)
        })
    }

    pub(crate) fn shipped(&self, order: &Order, number: &str) -> Order {
        let draft = ShipmentDraft { tracking_number: number.into(), ..ShipmentDraft::default() };
        let others = ship::Others { used: &|_| false, held: false };
        self.step(order, Role::Warehouse, |course, context| ship::decide(order, course, &draft, &others, context))
    }

    pub(crate) fn delivered(&self, order: &Order) -> Order {
        self.step(order, Role::Cs, |course, context| deliver::decide(order, course, false, context))
    }

    pub(crate) fn closed(&self, order: &Order) -> Order {
        self.step(order, Role::Cs, close::decide)
    }

    /// By the owner, who may always.
    pub(crate) fn cancelled(&self, order: &Order, reason: &str) -> Order {
        self.step(order, Role::Owner, |course, context| cancel::decide(course, reason, context))
    }

    /// Everything done but to hand it to the courier.
    pub(crate) fn ready(&self) -> Order {
        let paid = self.paid(&self.totalled(&self.taken(&complete())));
        self.packed(&self.printed(&paid))
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

pub(crate) fn write(record: &mut Record, edit: Edit) {
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
