-- Rekap: claims, and the batches that count them. All of it is projected from orders and from batches.

-- Every claim that counts. A clock reading is kept as its text, which sorts as the reading does.
create table claim_row (
    claim blob primary key,
    record blob not null,
    at text not null,
    number text not null,
    -- What the buyer says to have paid, and what the order came to then.
    amount integer not null,
    total integer not null,
    bank text not null,
    payer text not null,
    paid_at text not null,
    -- What finance found; empty before anybody looked.
    outcome text not null,
    received integer not null
) strict, without rowid;

create index claim_of_record on claim_row (record);
create index claim_by_time on claim_row (at);

-- Each part of each batch, by its place among everything that was ever frozen.
create table recap_part (
    place text primary key,
    recap blob not null,
    at integer not null,
    author blob not null,
    since text not null,
    until text not null,
    parts integer not null
) strict, without rowid;

create index recap_part_of_recap on recap_part (recap);

-- The claims of each part. The part with the first place counts a claim; to the others it is counted already.
create table recap_entry (
    claim blob not null,
    place text not null,
    recap blob not null,
    record blob not null,
    at text not null,
    number text not null,
    amount integer not null,
    total integer not null,
    primary key (claim, place)
) strict, without rowid;

create index recap_entry_of_recap on recap_entry (recap, place);
