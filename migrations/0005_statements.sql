-- Bank statements as they were imported. Projections: both can be rebuilt from the change log.

-- One record of an import; a long file is several records of one import.
create table statement_row (
    id blob primary key,
    import blob not null,
    account text not null,
    file text not null,
    shape text not null,
    lines integer not null,
    -- Milliseconds since 1970 UTC, and the device.
    imported_at integer not null,
    imported_by blob not null,
    withdrawn integer not null default 0
) strict, without rowid;

create index statement_of_import on statement_row (import);

-- One line in one record. Two imports may hold the same line: then it has one id, and is one line.
create table bank_line (
    -- As an order names it: a UUID with dashes.
    id text not null,
    statement blob not null,
    -- As accounts are compared: its digits.
    account text not null,
    -- Empty while the bank has not posted it.
    date text not null,
    text text not null,
    -- Rupiah; below zero when it left the account.
    amount integer not null,
    -- Sen.
    balance integer,
    -- Where it stood in its file, and when that came.
    place integer not null,
    seen_at integer not null,
    primary key (id, statement)
) strict, without rowid;

create index bank_line_of_statement on bank_line (statement);
create index bank_line_by_amount on bank_line (amount, account);
create index bank_line_by_date on bank_line (date, seen_at, place);
