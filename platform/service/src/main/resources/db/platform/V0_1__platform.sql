-- What every service keeps beside its own tables. Hashes and keys are their 32 bytes.

-- Facts that were written in the transaction that made them true and are not yet on Kafka.
create table outbox (
    id bigint generated always as identity primary key,
    event uuid not null,
    type text not null,
    subject text not null,
    told_at timestamptz not null,
    payload text not null
);

-- How far the relay has sent a table whose rows are numbered and never change.
create table relay_position (
    stream text primary key,
    position bigint not null check (position >= 0)
);

-- Facts that were applied, so that a second delivery has no effect.
create table inbox (
    consumer text not null,
    event uuid not null,
    applied_at timestamptz not null,
    primary key (consumer, event)
);

-- Acts that were accepted, as they came.
create table accepted_act (
    act bytea primary key check (octet_length(act) = 32),
    community bytea not null check (octet_length(community) = 32),
    actor bytea not null check (octet_length(actor) = 32),
    seq bigint not null check (seq >= 0),
    type text not null,
    payload bytea not null,
    suite text not null,
    signature bytea not null,
    accepted_at timestamptz not null
);

-- The highest seq that was accepted from each actor.
create table actor_seq (
    community bytea not null check (octet_length(community) = 32),
    actor bytea not null check (octet_length(actor) = 32),
    seq bigint not null check (seq >= 0),
    primary key (community, actor)
);

-- The key that the service itself signs with, such as receipts. There is one.
create table service_key (
    id smallint primary key default 1 check (id = 1),
    seed bytea not null check (octet_length(seed) = 32)
);

-- The communities that the service knows of, each as of its membership position.
create table known_community (
    community bytea primary key check (octet_length(community) = 32),
    name text not null,
    constitution bytea not null check (octet_length(constitution) = 32),
    position bigint not null check (position > 0),
    founded_at timestamptz not null
);

create table known_constitution (
    community bytea not null references known_community,
    constitution bytea not null check (octet_length(constitution) = 32),
    document text not null,
    since timestamptz not null,
    primary key (community, constitution)
);

-- Who was a member when: valid_from <= position < valid_to. A row is only written under the lock of its community, so a
-- foreign key would prove nothing more and cost as much as the insert.
create table known_member (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    key bytea not null check (octet_length(key) = 32),
    since timestamptz not null,
    valid_from bigint not null check (valid_from > 0),
    valid_to bigint check (valid_to > valid_from),
    primary key (community, member, valid_from)
);

create unique index known_member_current on known_member (community, member) where valid_to is null;
