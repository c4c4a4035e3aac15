//! Who works in the shop: three to six people, each with a device and a role.

use tapak_domain::Role;
use tapak_engine::{App, Schema};

use crate::dice::Dice;
use crate::world::clock::Clock;
use crate::world::plan::Plan;

const HOUR: u64 = 60 * 60 * 1000;
const DAY: u64 = 24 * HOUR;

/// An app from before orders could go out in another's name.
pub(crate) const OLD: App = App { schema: Schema::OLDEST };

/// One person, one device.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) person: &'static str,
    pub(crate) device_name: &'static str,
    pub(crate) role: Role,
    pub(crate) clock: Clock,
    /// The app it begins with.
    pub(crate) app: App,
    /// Joins in the middle of the run.
    pub(crate) late: bool,
    /// Its app was tampered with: it believes itself to be the owner's.
    pub(crate) rogue: bool,
}

const PEOPLE: [(&str, &str, Role); 6] = [
    ("Pak Budi", "Laptop toko", Role::Owner),
    ("Rina", "Samsung A05", Role::Cs),
    ("Ujang", "Tablet gudang", Role::Warehouse),
    ("Dedi", "Redmi 12C", Role::Cs),
    ("Bu Eni", "Laptop keuangan", Role::Finance),
    ("Wati", "Infinix Hot 30", Role::Cs),
];

pub(crate) fn cast(dice: &mut Dice, plan: Plan) -> Vec<Part> {
    let size = 3 + dice.index(PEOPLE.len() - 2);
    let rogue = (size > 3 && dice.chance(400)).then_some(3);
    PEOPLE.iter().take(size).enumerate().map(|(place, who)| part(place, *who, rogue, plan, dice)).collect()
}

fn part(
    place: usize,
    (person, device_name, role): (&'static str, &'static str, Role),
    rogue: Option<usize>,
    plan: Plan,
    dice: &mut Dice,
) -> Part {
    let skew = skew(plan, dice);
    let drift = dice.below(401).cast_signed() - 200;
    let rogue = rogue == Some(place);
    Part {
        person,
        device_name,
        role,
        clock: Clock { skew, drift },
        app: dice.one([App::default(), OLD]),
        late: place > 2 && !rogue && dice.chance(500),
        rogue,
    }
}

/// Hours ahead or behind; in some shops days, for some. Where orders are to grow old, no clock runs ahead.
fn skew(plan: Plan, dice: &mut Dice) -> i64 {
    let most = if plan.far_clocks && dice.chance(400) { 6 * DAY } else { 2 * HOUR };
    let skew = dice.below(2 * most).cast_signed() - most.cast_signed();
    if plan.away { -(skew.abs()) } else { skew }
}
