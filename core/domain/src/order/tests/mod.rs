//! The course of an order, told as the people of the shop live it: in turn, and apart.

mod apart;
mod money;
mod parcel;
mod totalan;
