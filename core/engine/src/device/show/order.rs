//! One order's page: the form, the history, what two devices set apart, and what may be done now.

use serde_json::Value;
use tapak_domain::order::{Order, Standing};
use tapak_domain::policy::may;
use tapak_domain::record::Fields;
use tapak_domain::values::Rupiah;
use tapak_domain::{Noun, Role};
use uuid::Uuid;

use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::view::View;
use crate::view::order::{AwayView, FieldConflict, OrderAction, OrderView};

impl Device {
    pub(super) fn show_order(&mut self, id: Uuid) -> Result<View, Fault> {
        let Some((row, whereabouts)) = self.store.order(id)? else { return Ok(View::Missing) };
        if !self.store.is_whole(documents::wire(id))? {
            let row = self.order_row(row, whereabouts);
            return Ok(View::Away(Box::new(AwayView { row, connected: self.is_connected() })));
        }
        let open = self.documents.open(&self.store, id)?;
        let Some(order) = open.record()?.cloned().map(Order::new) else { return Ok(View::Missing) };
        let fact_changes = open.document().fact_changes();
        let timeline = self.timeline(&order, row.standing, &fact_changes)?;
        let actions = self.role().map(|role| actions(role, row.standing)).unwrap_or_default();
        Ok(View::Order(Box::new(OrderView {
            draft: order.draft(),
            contact: order.contact,
            subtotal: order.subtotal(),
            shipping_fee: order.shipping_fee.map_or(0, Rupiah::get),
            missing: order.missing(),
            timeline,
            field_conflicts: conflicts(&order),
            actions,
            also_here: self.also_here(id),
            files: self.files_of(id)?,
            attachable: self.attachable(),
            row: self.order_row(row, whereabouts),
        })))
    }
}

/// The likeliest first.
fn actions(role: Role, standing: Standing) -> Vec<OrderAction> {
    use OrderAction::{Cancel, Note, Revise, Ship};
    let open = !standing.is_closed();
    let possible = [
        (Ship, "shipped", standing == Standing::Checked && role == Role::Warehouse),
        (Revise, "revised", open),
        (Ship, "shipped", standing == Standing::Checked && role != Role::Warehouse),
        (Note, "noted", true),
        (Cancel, "cancelled", open),
    ];
    let allowed = possible.into_iter().filter(|(_, deed, fits)| *fits && may(role, Noun::Order, deed));
    allowed.map(|(action, _, _)| action).collect()
}

fn conflicts(order: &Order) -> Vec<FieldConflict> {
    let lines = order.record.collection("lines").flat_map(|(_, fields)| conflicts_of(fields, "lines."));
    conflicts_of(&order.record.fields, "").into_iter().chain(lines).collect()
}

fn conflicts_of(fields: &Fields, of: &str) -> Vec<FieldConflict> {
    let apart = fields.iter().filter(|(_, register)| !register.others.is_empty());
    apart
        .map(|(name, register)| FieldConflict {
            field: format!("{of}{name}"),
            shown: said(&register.value),
            others: register.others.iter().map(said).collect(),
        })
        .collect()
}

fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(entries) => {
            let parts = entries.values().map(said).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    }
}
