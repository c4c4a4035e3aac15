//! One order's page: the form, the history, its money and its parcel, what is in conflict, and what may be done now.

use serde_json::Value;
use tapak_domain::order::{Course, Order};
use tapak_domain::record::Fields;
use tapak_domain::values::Rupiah;
use uuid::Uuid;

use super::actions;
use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::view::View;
use crate::view::order::{AwayView, FieldConflict, OrderView};

impl Device {
    pub(super) fn show_order(&mut self, id: Uuid, now: u64) -> Result<View, Fault> {
        let Some((row, whereabouts)) = self.store.order(id)? else { return Ok(View::Missing) };
        if !self.store.is_whole(documents::wire(id))? {
            let row = self.order_row(row, whereabouts);
            return Ok(View::Away(Box::new(AwayView { row, connected: self.is_connected() })));
        }
        let open = self.documents.open(&self.store, id)?;
        let Some(order) = open.record()?.cloned().map(Order::new) else { return Ok(View::Missing) };
        let fact_changes = open.document().fact_changes();
        let course = Course::of(&order, &self.crew);
        let timeline = self.timeline(&order, row.standing, &fact_changes)?;
        let settings = self.shop()?.settings;
        let held = self.store.is_held(id)?;
        let role = self.role();
        Ok(View::Order(Box::new(OrderView {
            draft: order.draft(),
            contact: order.contact,
            subtotal: order.subtotal(),
            shipping_fee: order.shipping_fee.map_or(0, Rupiah::get),
            discount: order.discount.get(),
            totalan: self.totalan_view(&order, &course, &settings)?,
            payment: self.payment_view(&course),
            parcel: self.parcel_view(&order, &course, &settings),
            conflicts: self.conflicts_of(&order, &course, now)?,
            missing: order.missing(),
            timeline,
            field_conflicts: conflicts(&order),
            actions: role.map(|role| actions::of(role, &order, &course, held, now)).unwrap_or_default(),
            also_here: self.also_here(id),
            files: self.files_of(id)?,
            attachable: self.attachable(),
            row: self.order_row(row, whereabouts),
        })))
    }
}

pub(super) fn conflicts(order: &Order) -> Vec<FieldConflict> {
    let lines = order.record.collection("lines");
    let lines = lines.flat_map(|(id, fields)| conflicts_of(fields, "lines.", &format!("lines.{id}.")));
    conflicts_of(&order.record.fields, "", "").into_iter().chain(lines).collect()
}

fn conflicts_of(fields: &Fields, of: &str, key: &str) -> Vec<FieldConflict> {
    let apart = fields.iter().filter(|(_, register)| !register.others.is_empty());
    apart
        .map(|(name, register)| FieldConflict {
            key: format!("{key}{name}"),
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
