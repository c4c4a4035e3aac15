//! Every target by its name.

mod change;
mod chat;
mod document;
mod frame;
mod invite;
mod order_draft;
mod reconcile;
mod snapshot;
mod statement;
mod tariff_table;
mod values;

use crate::bounds::Target;

const KB: usize = 1024;
const MB: usize = 1024 * KB;

/// The names are those of the folders under `seeds`.
pub const TARGETS: &[Target] = &[
    Target { name: "frame_to_relay", most_memory: 8 * MB, attack: frame::to_relay },
    Target { name: "frame_to_device", most_memory: 8 * MB, attack: frame::to_device },
    Target { name: "invite", most_memory: 2 * MB, attack: invite::read },
    Target { name: "change", most_memory: 16 * MB, attack: change::parse },
    Target { name: "document", most_memory: 32 * MB, attack: document::merge },
    Target { name: "snapshot", most_memory: 32 * MB, attack: snapshot::open },
    Target { name: "reconcile", most_memory: 4 * MB, attack: reconcile::hear },
    Target { name: "chat", most_memory: 16 * MB, attack: chat::read },
    Target { name: "statement", most_memory: 16 * MB, attack: statement::take },
    Target { name: "values", most_memory: 2 * MB, attack: values::parse },
    Target { name: "order_draft", most_memory: 8 * MB, attack: order_draft::fill },
    Target { name: "tariff_table", most_memory: 8 * MB, attack: tariff_table::read },
];
