-- Whom members trust to give them new keys, and what came of it when somebody asked.

-- A member's later choice holds from effective_at on, when those chosen before had their time to act.
create table guardianship (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    guardians bytea[] not null,
    threshold integer not null check (threshold > 0),
    delay_seconds bigint not null check (delay_seconds > 0),
    effective_at timestamptz not null,
    act bytea primary key check (octet_length(act) = 32)
);

create index guardianship_of_member on guardianship (community, member, effective_at);

create table recovery (
    recovery bytea primary key check (octet_length(recovery) = 32),
    community bytea not null,
    member bytea not null,
    started_by bytea not null check (octet_length(started_by) = 32),
    started_at timestamptz not null,
    keys bytea[] not null,
    state text not null check (state in ('open', 'done', 'objected', 'failed', 'superseded')),
    -- When enough guardians had agreed, and when the keys change unless the member objects.
    approved_at timestamptz,
    due_at timestamptz
);

create unique index recovery_open on recovery (community, member, started_by) where state = 'open';
create index recovery_due on recovery (due_at) where state = 'open';

create table recovery_approval (
    recovery bytea not null references recovery,
    guardian bytea not null check (octet_length(guardian) = 32),
    approved_at timestamptz not null,
    act bytea not null check (octet_length(act) = 32),
    primary key (recovery, guardian)
);

-- What changed somebody's keys is asked for by whoever checks an old act; beside other acts there are few of them.
create index accepted_key_act on accepted_act (community, actor, accepted_at)
    where type in ('key.add/1', 'key.revoke/1', 'guardians.name/1');
