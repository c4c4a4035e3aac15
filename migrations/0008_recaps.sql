-- Rekap: what a batch needs of claims, and the batches that count them. All of it is projected from orders and batches.

-- What the order came to when it was claimed; what finance made of it (empty before anybody looked), what was found for it,
-- on which line of the bank or in cash, and what of that went back.
alter table claim_row add column total integer not null default 0;
alter table claim_row add column outcome text not null default '';
alter table claim_row add column received integer not null default 0;
alter table claim_row add column refunded integer not null default 0;
alter table claim_row add column bank_line text not null default '';
alter table claim_row add column cash integer not null default 0;

-- Each part of each batch, by its place among everything that was ever frozen.
create table recap_part (
    place text primary key,
    recap blob not null,
    at integer not null,
    author blob not null,
    -- Up to when the batch before it reached, and this one.
    since integer not null,
    until integer not null,
    -- In how many parts the batch was written.
    parts integer not null
) strict, without rowid;

create index recap_part_of_recap on recap_part (recap);

-- The claims of each part, with what stays known of them when their order is erased. The part with the first place counts
-- a claim; in the others it is counted already.
create table recap_entry (
    claim blob not null,
    place text not null,
    recap blob not null,
    record blob not null,
    at integer not null,
    number text not null,
    amount integer not null,
    total integer not null,
    primary key (claim, place)
) strict, without rowid;

create index recap_entry_of_recap on recap_entry (recap, place);
