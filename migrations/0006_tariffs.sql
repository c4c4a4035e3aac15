-- What couriers ask for a kilogram, by place, and what shipping cost beside what was charged. Projections.

-- One record of an imported table.
create table tariff (
    id blob primary key,
    import blob not null,
    courier text not null,
    service text not null,
    file text not null,
    rows integer not null,
    -- When it was imported, in milliseconds since 1970 UTC, and by which device.
    at integer not null,
    by blob not null,
    withdrawn integer not null
) strict, without rowid;

create index tariff_of_import on tariff (import);
create index tariff_of_service on tariff (courier, service);

-- `id` counts no more while `by` is not withdrawn.
create table tariff_replaced (
    id blob not null,
    by blob not null,
    primary key (id, by)
) strict, without rowid;

create index tariff_replaced_by on tariff_replaced (by);

-- Rows of tariffs that are not withdrawn, by the keys of their places. Without a district: for the whole regency.
create table tariff_row (
    regency text not null,
    district text not null,
    record blob not null,
    fee integer not null,
    primary key (regency, district, record)
) strict, without rowid;

create index tariff_row_of_record on tariff_row (record);

-- Of an order that has left: with which courier, what the buyer was charged for it, and what it really cost.
alter table order_row add column sent_with text not null default '';
alter table order_row add column fee_charged integer;
alter table order_row add column fee_actual integer;
