//! The values everything else is made of: money, phone, size, address, courier, tracking number.

mod address;
pub mod clock;
mod courier;
mod courier_facts;
mod money;
mod phone;
mod postal_code;
mod quantity;
mod size;
mod text;
mod tracking_number;

pub use address::Address;
pub use courier::{Courier, CourierError, CourierService};
pub use money::{MoneyError, Rupiah};
pub use phone::{Phone, PhoneError};
pub use postal_code::{PostalCode, PostalCodeError};
pub use quantity::{Quantity, QuantityError};
pub use size::{Size, SizeError};
pub use text::{TextError, clean};
pub use tracking_number::{OWN_PREFIX, TrackingNumber, TrackingNumberError};
