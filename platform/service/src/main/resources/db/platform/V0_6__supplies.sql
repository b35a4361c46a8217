-- How much of an asset was issued when: valid_from <= position < valid_to, in minor units.
create table known_supply (
    community bytea not null check (octet_length(community) = 32),
    asset text not null,
    supply numeric(38) not null check (supply >= 0),
    valid_from bigint not null check (valid_from > 0),
    valid_to bigint check (valid_to > valid_from),
    primary key (community, asset, valid_from)
);

create unique index known_supply_current on known_supply (community, asset) where valid_to is null;
