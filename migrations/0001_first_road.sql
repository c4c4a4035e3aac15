-- Shared by every replica: the phone, the tablet, the relay. Ids and hashes are raw bytes; times are milliseconds since 1970 UTC.

-- What this replica knows about itself.
create table meta (
    key text primary key,
    value blob not null
) strict, without rowid;

-- The change log: ground state. A change without a seq is on this device only; those are the outbox.
-- An id is never used twice: the outbox is read from a position on.
create table change (
    id integer primary key autoincrement,
    hash blob not null unique,
    document blob not null,
    seq integer unique,
    -- The replica that pushed it here (relay only).
    replica blob,
    bytes blob not null,
    signature blob not null
) strict;

create index change_of_document on change (document, seq);
create index outbox on change (id) where seq is null;

-- Changes the relay did not accept. Never deleted by the program.
create table set_aside (
    id integer primary key,
    hash blob not null unique,
    document blob not null,
    -- The record's noun and title then; nothing else may be left of it.
    noun text not null,
    title text not null,
    code text not null,
    at integer not null,
    -- What it said, in plain text, to be copied out.
    summary text not null,
    bytes blob not null,
    signature blob not null
) strict;

create index set_aside_of_document on set_aside (document);

-- Commands done here, so that a repeated one is done once.
create table command (
    id blob primary key,
    record blob not null
) strict, without rowid;

-- The roster.
create table device (
    id blob primary key,
    key blob not null,
    person text not null,
    name text not null,
    role text not null,
    prefix text not null,
    revoked_at integer,
    seen integer not null default 0
) strict, without rowid;

-- Invites (relay only). The secret itself is not kept.
create table invite (
    secret_hash blob primary key,
    role text not null,
    expires integer not null,
    used_by blob
) strict, without rowid;

-- Projections: everything below can be rebuilt from the change log.

-- Where each record is.
create table record (
    id blob primary key,
    noun text not null,
    title text not null,
    -- Changes only this device has, and changes set aside.
    unsent integer not null default 0,
    set_aside integer not null default 0,
    -- The relay's number of the latest change.
    seq integer not null default 0,
    -- Facts by devices the roster does not name yet; they count once it does.
    strangers integer not null default 0
) strict, without rowid;

create index record_unsent on record (unsent) where unsent > 0;
create index record_of_strangers on record (strangers) where strangers > 0;

create table order_row (
    rowid integer primary key,
    id blob not null unique,
    number text not null,
    standing text not null,
    contact blob,
    buyer_name text not null,
    regency text not null,
    pairs integer not null,
    total integer not null,
    courier text not null,
    tracking_number text not null,
    address text not null,
    contents text not null,
    taken_at integer not null,
    updated_at integer not null,
    shipped_at integer,
    -- What a search finds it by.
    words text not null
) strict;

create index order_by_standing on order_row (standing, taken_at);
create index order_by_time on order_row (taken_at);
create index order_by_contact on order_row (contact) where contact is not null;
create index order_by_tracking_number on order_row (tracking_number) where tracking_number <> '';

create table contact_row (
    rowid integer primary key,
    id blob not null unique,
    name text not null,
    phone text not null,
    regency text not null,
    words text not null
) strict;

create index contact_by_phone on contact_row (phone) where phone <> '';
create index contact_by_name on contact_row (name collate nocase);

create table product_row (
    id blob primary key,
    name text not null,
    -- One to a line.
    colours text not null,
    price integer not null,
    weight_grams integer not null
) strict, without rowid;

create virtual table order_search using fts5 (words, content = '', contentless_delete = 1, prefix = '2 3');
create virtual table contact_search using fts5 (words, content = '', contentless_delete = 1, prefix = '2 3');
