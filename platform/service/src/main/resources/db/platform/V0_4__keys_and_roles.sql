-- Keys beside those that members joined with, and what became of those: a member's first key is in known_member and
-- signs unless it is here with an end. A key has one owner and one life, so it is never added again.
create table known_key (
    community bytea not null check (octet_length(community) = 32),
    key bytea not null check (octet_length(key) in (20, 32, 33)),
    member bytea not null check (octet_length(member) = 32),
    valid_from bigint not null check (valid_from > 0),
    valid_to bigint check (valid_to > valid_from),
    added_at timestamptz not null,
    added_by bytea check (octet_length(added_by) = 32),
    revoked_at timestamptz,
    revoked_by bytea check (octet_length(revoked_by) = 32),
    primary key (community, key),
    constraint revoked_wholly check (num_nulls(valid_to, revoked_at, revoked_by) in (0, 3))
);

create index known_key_of_member on known_key (community, member);

-- What members are by decision: from valid_from on, and until valid_to or the end of the term.
create table known_role (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    role text not null,
    granted_at timestamptz not null,
    until timestamptz not null,
    valid_from bigint not null check (valid_from > 0),
    valid_to bigint check (valid_to > valid_from),
    primary key (community, member, role, valid_from)
);

create unique index known_role_current on known_role (community, member, role) where valid_to is null;
