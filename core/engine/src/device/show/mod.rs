//! Answering a screen: each query is read from projections, an order's page from its document.

mod actions;
mod alike;
mod box_label;
mod chat;
mod conflict;
mod contact;
mod desk;
mod files;
mod handover;
mod happening;
mod label;
mod left;
mod order;
mod order_row;
mod parcel;
mod payment;
mod place;
mod preview;
mod product;
mod recap;
mod said;
mod shop;
mod shortage;
mod start;
mod statement;
mod stock;
mod sync;
mod tariff;
mod timeline;
mod today;
mod verification;
mod warehouse;

use tapak_domain::Role;

use super::Device;
use crate::fault::Fault;
use crate::view::{Query, View};

impl Device {
    pub fn view(&mut self, query: &Query, now: u64) -> Result<View, Fault> {
        Ok(match query {
            Query::Start => View::Start(self.show_start()),
            Query::Badge => View::Badge(self.show_badge()?),
            Query::Today => View::Today(self.show_today(now)?),
            Query::Orders { filter, search, offset, limit } => {
                let page = order_row::Page { search, offset: *offset, limit: *limit };
                View::Orders(self.show_orders(*filter, &page, now)?)
            }
            Query::Order { id } => self.show_order(*id, now)?,
            Query::Preview { draft, order } => View::Preview(self.show_preview(draft, *order)?),
            Query::Chat { text } => View::Chat(Box::new(self.show_chat(text)?)),
            Query::Warehouse { search } => View::Warehouse(self.show_warehouse(search)?),
            Query::Desk { id } => self.show_desk(*id)?,
            Query::Scan { text, order } => View::Scan(self.show_scan(text, *order)?),
            Query::Labels { ids } => View::Labels(self.show_labels(ids)?),
            Query::BoxLabels { product } => View::BoxLabels(self.show_box_labels(*product)?),
            Query::Handover => View::Handover(self.show_handover(now)?),
            Query::Claims => View::Claims(self.show_claims()?),
            Query::Conflicts => View::Conflicts(self.show_conflicts(now)?),
            Query::Contacts { search, offset, limit } => View::Contacts(self.show_contacts(search, *offset, *limit)?),
            Query::Contact { id } => self.show_contact(*id)?.map_or(View::Missing, View::Contact),
            Query::Alike { name, phone, district, apart } => {
                View::Alike(self.show_alike(&alike::Typed { name, phone, district, apart })?)
            }
            Query::Products => View::Products(self.show_products()?),
            Query::Places { text, regency } => View::Places(self.show_places(text, regency)),
            Query::ShippingFee { draft } => View::ShippingFee(self.show_shipping_fee(draft)?),
            Query::TariffTable { courier, service, text } => {
                View::TariffTable(self.show_tariff_table(courier, service, text)?)
            }
            Query::Tariffs => View::Tariffs(self.show_tariffs()?),
            Query::FeeVariance => View::FeeVariance(self.show_fee_variance()?),
            Query::Product { id } => self.show_product(*id)?,
            Query::Stock { product } => View::Stock(self.show_stock(*product)?),
            Query::Recaps { offset, limit } => View::Recaps(self.show_recaps(*offset, *limit, now)?),
            Query::Recap { id } => self.show_recap(*id)?.map_or(View::Missing, View::Recap),
            Query::NextRecap { until } => View::NextRecap(self.show_next_recap(*until, now)?),
            Query::Sync => View::Sync(self.show_sync()?),
            Query::Shop => View::Shop(self.show_shop(now)?),
            Query::PreviewStatement { account, text } => {
                View::PreviewStatement(Box::new(self.preview_statement(account, text, now)?))
            }
            Query::Statements => View::Statements(self.show_statements()?),
            Query::Verification { search } => View::Verification(Box::new(self.show_verification(search, now)?)),
            Query::BankLines { amount, account, way, search } => {
                View::BankLines(self.show_bank_lines(*amount, account, *way, search)?)
            }
        })
    }

    fn role(&self) -> Option<Role> {
        self.me.enrolled.as_ref().map(|enrolled| enrolled.role)
    }

    fn role_code(&self) -> String {
        self.role().map(|role| role.code().to_owned()).unwrap_or_default()
    }
}

/// Lists are given out in pages of this size at most.
const PAGE: u32 = 500;
