//! What a screen asks and what it gets: plain data in the screen's words, read from projections.

pub mod badge;
pub mod chat;
pub mod conflict;
pub mod contact;
pub mod happening;
pub mod label;
pub mod order;
pub mod parcel;
pub mod payment;
pub mod place;
pub mod product;
pub mod recap;
pub mod said;
pub mod shop;
pub mod start;
pub mod statement;
pub mod stock;
pub mod sync;
pub mod tariff;
pub mod today;
pub mod verification;
pub mod warehouse;

use serde::{Deserialize, Serialize};
use tapak_domain::order::OrderDraft;
use uuid::Uuid;

/// A screen's question. The answer to each is the view of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "view", rename_all = "snake_case")]
pub enum Query {
    Start,
    Badge,
    Today,
    Orders {
        filter: order::OrderFilter,
        search: String,
        offset: u32,
        limit: u32,
    },
    Order {
        id: Uuid,
    },
    /// `order` is the one being revised: what it holds itself is there for it.
    Preview {
        draft: Box<OrderDraft>,
        #[serde(default)]
        order: Option<Uuid>,
    },
    Chat {
        text: String,
    },
    Warehouse {
        search: String,
    },
    /// The order in hand at the packing desk.
    Desk {
        id: Uuid,
    },
    /// What was scanned or typed there, with an order in hand or none.
    Scan {
        text: String,
        order: Option<Uuid>,
    },
    /// Labels to print, and why an order may not have one.
    Labels {
        ids: Vec<Uuid>,
    },
    BoxLabels {
        product: Uuid,
    },
    /// What left today, by courier.
    Handover,
    /// What finance has to answer, the longest waiting first.
    Claims,
    /// Named conflicts, this role's first.
    Conflicts,
    Contacts {
        search: String,
        offset: u32,
        limit: u32,
    },
    Contact {
        id: Uuid,
    },
    /// Who the shop knows already of those who would be written down like this. `apart` are other people, and said to be.
    Alike {
        name: String,
        phone: String,
        district: String,
        apart: Vec<Uuid>,
    },
    Products,
    /// Kecamatan while one types; what lies in `regency` first.
    Places {
        text: String,
        regency: String,
    },
    ShippingFee {
        draft: Box<OrderDraft>,
    },
    /// A table as it would be imported: nothing is written.
    TariffTable {
        courier: String,
        service: String,
        text: String,
    },
    Tariffs,
    FeeVariance,
    Product {
        id: Uuid,
    },
    Stock {
        product: Option<Uuid>,
    },
    Recaps {
        offset: u32,
        limit: u32,
    },
    Recap {
        id: Uuid,
    },
    /// `until` in milliseconds since 1970 UTC; none is now.
    NextRecap {
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        until: Option<u64>,
    },
    Sync,
    Shop,
    /// A bank's file before it is imported.
    PreviewStatement {
        account: String,
        text: String,
    },
    Statements,
    /// Orders that wait for money: claims and what fits, or what a search finds.
    Verification {
        search: String,
    },
    /// Lines of the bank, the nearest to this amount first.
    BankLines {
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        amount: i64,
        account: String,
        way: verification::LineWay,
        search: String,
    },
}

/// The answer to a [`Query`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "view", rename_all = "snake_case")]
pub enum View {
    Start(start::StartView),
    Badge(badge::BadgeView),
    Today(today::TodayView),
    Orders(order::OrdersView),
    Order(Box<order::OrderView>),
    Away(Box<order::AwayView>),
    Preview(order::PreviewView),
    Chat(Box<chat::ChatView>),
    Warehouse(warehouse::WarehouseView),
    Desk(Box<warehouse::DeskView>),
    Scan(warehouse::ScanView),
    Labels(label::LabelsView),
    BoxLabels(label::BoxLabelsView),
    Handover(warehouse::HandoverView),
    Claims(payment::ClaimsView),
    Conflicts(conflict::ConflictsView),
    Contacts(contact::ContactsView),
    Contact(contact::ContactView),
    Alike(contact::AlikeView),
    Products(product::ProductsView),
    Places(place::PlacesView),
    ShippingFee(tariff::ShippingFeeView),
    TariffTable(tariff::TariffTableView),
    Tariffs(tariff::TariffsView),
    FeeVariance(tariff::FeeVarianceView),
    Product(product::ProductView),
    Stock(stock::StockView),
    Recaps(recap::RecapsView),
    Recap(recap::RecapView),
    NextRecap(recap::NextRecapView),
    Sync(sync::SyncView),
    Shop(shop::ShopView),
    PreviewStatement(Box<statement::PreviewStatementView>),
    Statements(statement::StatementsView),
    Verification(Box<verification::VerificationView>),
    BankLines(verification::BankLinesView),
    /// The record is not on this device (never was, or was purged).
    Missing,
}
