-- A poll from the day its proposal was submitted. Whether it is delayed, open or closing is read from the clock.
create table poll (
    no bigint generated always as identity primary key,
    poll bytea not null unique check (octet_length(poll) = 32),
    community bytea not null check (octet_length(community) = 32),
    proposal bytea not null check (octet_length(proposal) = 32),
    definition text not null,
    submitted_at timestamptz not null,
    state text not null check (state in ('waiting', 'open', 'closed', 'cancelled', 'refused')),
    constitution bytea,
    roll_position bigint,
    opens_at timestamptz,
    closes_at timestamptz,
    opened_at timestamptz,
    roll_members bigint check (roll_members > 0),
    roll_power numeric(38, 0) check (roll_power > 0),
    reason text,
    ended_at timestamptz,
    decision text,
    told boolean not null default false,
    check (state = 'refused' or (constitution is not null and roll_position is not null and opens_at < closes_at)),
    check (state not in ('open', 'closed')
        or (opened_at is not null and roll_members is not null and roll_power is not null)),
    check ((state in ('waiting', 'open')) = (ended_at is null)),
    check ((state in ('cancelled', 'refused')) = (reason is not null)),
    check ((state = 'closed') = (decision is not null))
);

create index poll_of_community on poll (community, no);
create index poll_waiting on poll (community, roll_position) where state = 'waiting';
create index poll_due on poll (closes_at) where state = 'open';
create index poll_untold on poll (no) where not told;

comment on column poll.told is 'whether every ballot of a poll that has ended is on Kafka';

-- Every ballot that was ever accepted, numbered within its poll without gaps, never changed and never removed: the table
-- is its own outbox, and anyone can count again. There is no foreign key: the writer holds the poll's row while it
-- inserts, and a check per row would cost more than the row.
create table ballot (
    poll_no bigint not null,
    number bigint not null check (number > 0),
    member bytea not null check (octet_length(member) = 32),
    seq bigint not null check (seq >= 0),
    act bytea not null unique check (octet_length(act) = 32),
    choice text not null,
    power numeric(38, 0) not null check (power > 0),
    accepted_at timestamptz not null,
    suite text not null,
    signature bytea not null,
    payload bytea not null,
    primary key (poll_no, number),
    unique (poll_no, member, seq)
);

-- Payloads are too small to be worth a try at compression.
alter table ballot alter column payload set storage external;
