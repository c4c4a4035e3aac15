-- Whoever asks the shop's site where an order is knows its number: a stranger's question must not read every order.

create index order_by_number on order_row (number);
