-- Stock: what came into each cell and what went out of it, and what that comes to.

-- The size run, one to a line; none means all sizes. Retired: sold no more.
alter table product_row add column sizes text not null default '';
alter table product_row add column retired integer not null default 0;

-- Projection: pairs as facts say them, of products and of orders. A cell is a product, a pool, a colour and a size.
create table stock_move (
    id integer primary key,
    record blob not null,
    product blob not null,
    pool text not null,
    colour text not null,
    size integer not null,
    kind text not null,
    pairs integer not null,
    -- The place in the history, the same on every replica; sorts as text.
    at text not null,
    -- Of what an order holds: the place at which it was paid, or nothing.
    paid text not null,
    -- The buyer was asked and waits for the next pair.
    waits integer not null
) strict;

create index stock_move_of_record on stock_move (record);
create index stock_move_of_cell on stock_move (product, pool, colour, size, at);

-- Projection: what the moves of each cell come to. A cell that nobody counted or filled is not in it.
create table stock_level (
    product blob not null,
    pool text not null,
    colour text not null,
    size integer not null,
    on_hand integer not null,
    reserved integer not null,
    primary key (product, pool, colour, size)
) strict, without rowid;

create index stock_short on stock_level (product) where on_hand < reserved;
