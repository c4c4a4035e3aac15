-- Files: photos and proofs of payment, named by the BLAKE3 hash of what is in them.

create table file (
    hash blob primary key,
    -- The whole length in bytes, and how much of it is here.
    length integer not null,
    have integer not null default 0,
    -- When it came here, in milliseconds since 1970 UTC.
    at integer not null,
    -- Device: 1 while the relay may not have all of it, 2 when the relay did not take it.
    waiting integer not null default 0
) strict, without rowid;

create index file_waiting on file (waiting) where waiting > 0;

create table file_part (
    hash blob not null,
    offset integer not null,
    bytes blob not null,
    primary key (hash, offset)
) strict;

-- Projection: which records name which file, and as what.
create table file_use (
    hash blob not null,
    record blob not null,
    kind text not null,
    primary key (hash, record)
) strict, without rowid;

create index file_use_of_record on file_use (record);
