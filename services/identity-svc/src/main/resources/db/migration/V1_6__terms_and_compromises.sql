-- How long memberships last where a constitution says so, and how far that was applied: as of which constitution, and up to
-- which membership position. The two durations are null where memberships do not end.
create table membership_term (
    community bytea primary key check (octet_length(community) = 32),
    constitution bytea not null check (octet_length(constitution) = 32),
    position bigint not null check (position > 0),
    lasts_seconds bigint check (lasts_seconds > 0),
    renewal_seconds bigint check (renewal_seconds > 0)
);

create table membership_end (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    ends_at timestamptz not null,
    primary key (community, member)
);

create index membership_end_due on membership_end (ends_at);

-- Keys that their owner says somebody else had, and since when: what they signed from then on is disputed.
create table compromised_key (
    community bytea not null check (octet_length(community) = 32),
    key bytea not null check (octet_length(key) in (20, 32, 33)),
    member bytea not null check (octet_length(member) = 32),
    since timestamptz not null,
    marked_at timestamptz not null,
    act bytea not null check (octet_length(act) = 32),
    primary key (community, key)
);

create index compromised_key_of_member on compromised_key (community, member);

drop index accepted_key_act;
create index accepted_key_act on accepted_act (community, actor, accepted_at)
    where type in ('key.add/1', 'key.revoke/1', 'key.compromise/1', 'guardians.name/1');
