-- How far the service has followed each community's journal.
create table known_ledger (
    community bytea primary key check (octet_length(community) = 32),
    position bigint not null check (position >= 0)
);

-- What members' accounts held when: valid_from <= position < valid_to, in minor units. Who holds nothing has no row.
create table known_balance (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    asset text not null,
    balance numeric(38) not null check (balance <> 0),
    valid_from bigint not null check (valid_from > 0),
    valid_to bigint check (valid_to > valid_from),
    primary key (community, member, asset, valid_from)
);

create unique index known_balance_current on known_balance (community, member, asset) where valid_to is null;
