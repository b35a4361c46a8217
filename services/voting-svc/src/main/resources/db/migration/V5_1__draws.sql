-- The actions that asked for a draw, so that each is answered once, also those that no draw came of.
create table draw_order (
    enactment bytea primary key check (octet_length(enactment) = 32),
    asked_at timestamptz not null
);

-- Draws by lot. What a draw depends on never changes after its insert; its round does, until it is over.
create table draw (
    no bigint generated always as identity primary key,
    id bytea not null unique check (octet_length(id) = 32),
    community bytea not null check (octet_length(community) = 32),
    proposal bytea not null check (octet_length(proposal) = 32),
    enactment bytea not null unique references draw_order,
    action_index integer not null check (action_index >= 0),
    attempt integer not null check (attempt >= 0),
    title text not null,
    action text not null,
    constitution bytea not null check (octet_length(constitution) = 32),
    position bigint not null check (position > 0),
    place bigint,
    people bigint not null check (people > 0),
    panels numeric not null check (panels > 0),
    opened_at timestamptz not null,
    round integer not null check (round > 0),
    round_opens_at timestamptz not null,
    reveals_at timestamptz not null check (reveals_at > round_opens_at),
    closes_at timestamptz not null check (closes_at > reveals_at),
    due_at timestamptz,
    ended_at timestamptz,
    seed bytea check (octet_length(seed) = 32),
    reason text,
    detail text,
    check ((due_at is null) = (ended_at is not null)),
    check (num_nonnulls(seed, reason) = case when ended_at is null then 0 else 1 end),
    check ((reason is null) = (detail is null))
);

create index draw_of_community on draw (community, no);
create index draw_of_proposal on draw (proposal, action_index);
create index draw_due on draw (due_at) where due_at is not null;

comment on column draw.place is 'the place in the journal as of which balances counted, where they did';
comment on column draw.due_at is 'when the clock moves it next; null when it is over';

-- Who may make the seed: those who held the role when the draw was opened, without those who withheld a value since.
create table draw_committer (
    draw_no bigint not null references draw,
    member bytea not null check (octet_length(member) = 32),
    withheld_in integer check (withheld_in > 0),
    primary key (draw_no, member)
);

-- What they committed to in each round, and what they revealed.
create table draw_value (
    draw_no bigint not null,
    round integer not null check (round > 0),
    member bytea not null,
    commitment bytea not null check (octet_length(commitment) = 32),
    committed_at timestamptz not null,
    commit_act bytea not null unique check (octet_length(commit_act) = 32),
    value bytea check (octet_length(value) = 32),
    revealed_at timestamptz check (revealed_at >= committed_at),
    reveal_act bytea unique check (octet_length(reveal_act) = 32),
    primary key (draw_no, round, member),
    foreign key (draw_no, member) references draw_committer,
    check (num_nulls(value, revealed_at, reveal_act) in (0, 3))
);

-- Who could be drawn, with their property in each stratum of the quotas, in the order of the strata's names.
create table draw_person (
    draw_no bigint not null references draw,
    member bytea not null check (octet_length(member) = 32),
    properties text[] not null,
    primary key (draw_no, member)
);

-- Who was drawn, in the order of the draw.
create table draw_seat (
    draw_no bigint not null,
    seat integer not null check (seat > 0),
    member bytea not null,
    primary key (draw_no, seat),
    unique (draw_no, member),
    foreign key (draw_no, member) references draw_person
);
