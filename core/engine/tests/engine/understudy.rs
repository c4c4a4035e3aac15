//! The device that nobody sees does what a device does.

use tapak_domain::order::Standing;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::{Device, Input, Output};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::whole_order;

const NOW: u64 = 1_790_000_000_000;

fn done(device: &mut Device, id: u128, command: Command) -> Uuid {
    let outputs = device.handle(vec![Input::Command { id: Uuid::from_u128(id), command }], NOW);
    let answer = outputs.into_iter().find_map(|output| match output {
        Output::Answer { outcome: Outcome::Done { record }, .. } => Some(record),
        _ => None,
    });
    answer.unwrap()
}

#[test]
fn an_understudy_takes_an_order_notes_on_it_and_shows_it() {
    let mut device = Device::understudy(NOW).unwrap();
    let id = done(&mut device, 1, Command::TakeOrder { draft: whole_order() });
    done(&mut device, 2, Command::NoteOrder { id, text: "titip satpam".into() });
    let View::Order(order) = device.view(&Query::Order { id }, NOW).unwrap() else { panic!("it is there") };
    assert_eq!((order.row.standing, order.timeline.len()), (Standing::Checked, 2));
}
