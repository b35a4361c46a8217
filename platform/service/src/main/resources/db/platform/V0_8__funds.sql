-- How much was in the accounts that a community declares, and when: valid_from <= position < valid_to, in minor units. A sum below
-- zero is that of an account with a credit line.
create table known_fund (
    community bytea not null check (octet_length(community) = 32),
    account text not null,
    asset text not null,
    balance numeric(38) not null,
    valid_from bigint not null check (valid_from > 0),
    valid_to bigint check (valid_to > valid_from),
    primary key (community, account, asset, valid_from)
);

create unique index known_fund_current on known_fund (community, account, asset) where valid_to is null;
