//! Reading the list of orders, as the screen does.

use tapak_engine::view::order::{OrderFilter, OrdersView};
use tapak_engine::view::{Query, View};

use super::host::Host;
use crate::fault::Fault;

pub(super) fn page(host: &mut Host, filter: OrderFilter, offset: u32, limit: u32) -> Result<OrdersView, Fault> {
    let query = Query::Orders { filter, search: String::new(), offset, limit };
    let View::Orders(orders) = host.view(&query)? else { return Err(Fault::WrongView) };
    Ok(orders)
}
