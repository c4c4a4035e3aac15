-- The order pipeline: what lists need of totals and payments, what must belong to one order, and what is in conflict.

-- What the buyer is to transfer, to which account, and by when.
alter table order_row add column nominal integer not null default 0;
alter table order_row add column account text not null default '';
alter table order_row add column deadline integer;
-- What came, less what went back; what is still to come.
alter table order_row add column paid integer not null default 0;
alter table order_row add column due integer not null default 0;
alter table order_row add column paid_at integer;
-- Claims finance has not answered, and since when the oldest.
alter table order_row add column claims integer not null default 0;
alter table order_row add column claimed_at integer;
-- How many labels were printed.
alter table order_row add column copies integer not null default 0;
-- The buyer was told the tracking number, or is told by none of this (orders from before it).
alter table order_row add column told integer not null default 1;

create index order_claimed on order_row (claimed_at) where claims > 0;
create index order_untold on order_row (taken_at) where standing = 'shipped' and told = 0;

-- What must belong to one order alone: a tracking number, a line of a bank's statement, an amount on an account, a proof.
create table shared_key (
    kind text not null,
    key text not null,
    record blob not null,
    -- Another record holds it too.
    clash integer not null default 0,
    primary key (kind, key, record)
) strict, without rowid;

create index shared_key_of_record on shared_key (record);
create index shared_key_clash on shared_key (kind, key) where clash = 1;

insert into shared_key (kind, key, record)
    select 'tracking_number', tracking_number, id from order_row where tracking_number <> '';
update shared_key set clash = 1 where key in (select key from shared_key group by kind, key having count(*) > 1);

-- Conflicts within one record.
create table flag (
    record blob not null,
    kind text not null,
    key text not null,
    detail text not null,
    primary key (record, kind, key)
) strict, without rowid;

create index flag_by_kind on flag (kind, record);

-- What buyers say they transferred.
create table claim_row (
    id blob primary key,
    record blob not null,
    at integer not null,
    device blob not null,
    amount integer not null,
    bank text not null,
    payer text not null,
    -- As the buyer said it.
    paid_at text not null,
    -- The proof's hash in hex, or empty.
    file text not null,
    -- Finance has said something about it.
    answered integer not null
) strict, without rowid;

create index claim_of_record on claim_row (record);
create index claim_open on claim_row (at) where answered = 0;
