//! A parcel: its label, its way with the message for the buyer, and what came back.

use tapak_domain::order::{Course, Order, Return, message};
use tapak_domain::shop::Settings;

use super::payment::{millis, whatsapp};
use crate::device::Device;
use crate::view::parcel::{LabelView, ParcelView, ReturnView, ShipmentView, TrackingView};

impl Device {
    pub(super) fn parcel_view(&self, order: &Order, course: &Course, settings: &Settings) -> ParcelView {
        let parcel = &course.parcel;
        let label = parcel.label.as_ref().map(|label| LabelView {
            copies: parcel.copies,
            address: label.address.clone(),
            paper: label.paper.clone(),
            at: millis(label.at),
            void: label.void,
        });
        let shipments = parcel.shipments.iter().map(|shipment| ShipmentView {
            tracking_number: shipment.tracking_number.clone(),
            courier: shipment.courier.clone(),
            fee: shipment.fee,
            weight_grams: shipment.weight_grams,
            at: millis(shipment.at),
            person: self.person(shipment.by),
        });
        ParcelView {
            label,
            packed: parcel.packed,
            shipments: shipments.collect(),
            tracking: tracking(order, course, settings),
            returned: parcel.returned.as_ref().map(returned),
        }
    }
}

fn tracking(order: &Order, course: &Course, settings: &Settings) -> Option<TrackingView> {
    let parcel = &course.parcel;
    let shipment = parcel.shipments.iter().find(|shipment| shipment.tracking_number == parcel.tracking.number)?;
    let text = message::tracking(order, &shipment.tracking_number, &shipment.courier, settings);
    Some(TrackingView {
        tracking_number: shipment.tracking_number.clone(),
        told: parcel.tracking.told,
        whatsapp: whatsapp(order, &text),
        message: text,
    })
}

fn returned(back: &Return) -> ReturnView {
    ReturnView {
        reason: back.reason.clone(),
        wanted: back.wanted.clone(),
        received: back.received,
        exchanged: back.exchanged,
    }
}
