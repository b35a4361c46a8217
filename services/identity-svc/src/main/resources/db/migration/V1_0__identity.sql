-- What the identity service keeps beside what every service has: communities, constitutions and members are there.

-- Every action of a proposal that this service was asked to enact, and what came of it.
create table enactment (
    id           text primary key check (id ~ '^[0-9a-f]{64}$'),
    community    text not null check (community ~ '^[0-9a-f]{64}$'),
    proposal     text not null check (proposal ~ '^[0-9a-f]{64}$'),
    action_index integer not null check (action_index >= 0),
    attempt      integer not null check (attempt >= 0),
    decided_at   timestamptz not null,
    result       text,
    reason       text,
    detail       text,
    constraint enacted_or_failed check (
        (result is not null and num_nulls(reason, detail) = 2) or (result is null and num_nulls(reason, detail) = 0))
);

-- Founders are asked for at every admission, and a large community has few of them.
create index known_member_founder on known_member (community) where valid_from = 1;
