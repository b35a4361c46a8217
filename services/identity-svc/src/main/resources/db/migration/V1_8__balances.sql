-- What accounts of members and applicants hold in the community's own ledger, as far as treasury-svc told of it.
create table member_balance (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    asset text not null,
    -- In minor units; what was sent may be told before what was received.
    balance numeric(38) not null,
    primary key (community, member, asset)
);
