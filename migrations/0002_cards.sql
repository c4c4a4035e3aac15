-- Documents in one piece beside their changes; what may be read by whom; proof that two replicas have the same.

-- What each document is made of here. Ground state, kept with the change log.
create table document (
    id blob primary key,
    -- What of the shop it belongs to; a role reads some scopes.
    scope integer not null,
    -- The relay's number of its latest change, and up to which number its snapshot goes.
    seq integer not null default 0,
    folded integer not null default 0,
    -- The sum of its numbered changes' hashes (see `fingerprint` in the protocol): of all, and of those in its snapshot.
    fingerprint blob not null,
    base blob not null,
    -- 0: only what lists show of it is here; the rest is on the relay.
    whole integer not null default 1,
    -- When a person last opened it here, if it was fetched for that.
    opened integer
) strict, without rowid;

create index document_in_part on document (id) where whole = 0;
create index document_opened on document (opened) where opened is not null;

-- The document's chunks up to `folded`. A change folded into it keeps its row, for its hash and its signature, with no bytes.
create table snapshot (
    document blob primary key,
    bytes blob not null
) strict;

alter table change add column scope integer not null default 0;

create index change_to_fold on change (document) where length(bytes) > 0 and seq is not null;

-- Documents that were erased for good, and when.
create table purged (
    document blob primary key,
    at integer not null
) strict, without rowid;

-- Roles and keys a device had before, one role to a line and 32 bytes to a key.
alter table device add column roles_before text not null default '';
alter table device add column keys_before blob not null default x'';
alter table device add column wipe integer not null default 0;

alter table invite add column recovery integer not null default 0;

-- 0: worked on now. 1: closed, or looked up by others. Times are milliseconds since 1970 UTC.
alter table record add column rank integer not null default 0;
alter table record add column updated_at integer not null default 0;

create index record_by_rank on record (rank, id);

-- Changes from before scopes: by what their record is.
update change set scope = ifnull((select case noun when 'product' then 2 when 'order' then 3 when 'contact' then 4 end
    from record where id = change.document), 0);
