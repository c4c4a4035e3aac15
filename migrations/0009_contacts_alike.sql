-- Contacts that may be one person, and those somebody told apart. Projections.

-- As kecamatan are compared, and as names are.
alter table contact_row add column district text not null default '';
alter table contact_row add column name_key text not null default '';

create index contact_by_district on contact_row (district, name_key) where district <> '';

-- `contact` says of `other` that it is somebody else.
create table contact_apart (
    contact blob not null,
    other blob not null,
    primary key (contact, other)
) strict, without rowid;

-- Contacts from before this are drawn anew when the database is opened.
update record set strangers = 1 where noun = 'contact';
