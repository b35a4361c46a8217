-- What happens by the calendar: budgets, dues, income, demurrage, and how much is issued in a period.

alter table asset add column pace_first date;
alter table asset add column pace_every text;
alter table asset add column pace_zone text;
alter table asset add column pace_most numeric(38, 0) check (pace_most >= 0);
alter table asset add constraint asset_pace check (num_nulls(pace_first, pace_every, pace_zone, pace_most) in (0, 4));

-- Written by whoever issues, who holds the issuance account.
create table issued (
    community text not null,
    asset text not null,
    since timestamptz not null, -- the start of the period
    gross numeric(38, 0) not null check (gross >= 0),
    primary key (community, asset, since),
    foreign key (community, asset) references asset
);

-- What accounts held at the start of a period is what they hold less what happened since.
create index block_at on block (ledger, at);
create index account_of_asset on account (community, asset, no);

-- One row for each community. Whoever does what is next in its calendar holds the row, so that one thing comes after the other.
create table calendar (
    community text primary key references ledger,
    next_at timestamptz, -- when to look again; nothing is ahead if it is null
    begun_until timestamptz not null -- all periods that start before or at this are begun
);
create index calendar_next on calendar (next_at) where next_at is not null;

-- Which constitution is in force in the treasury since when.
create table calendar_rules (
    no bigint generated always as identity primary key,
    community text not null references calendar,
    since timestamptz not null,
    constitution bytea not null check (octet_length(constitution) = 32)
);
create index calendar_rules_of on calendar_rules (community, no);

-- Which membership position was reached when: who was a member at a moment.
create table calendar_roll (
    community text not null,
    position bigint not null check (position > 0),
    at timestamptz not null,
    primary key (community, position)
);
create index calendar_roll_at on calendar_roll (community, at, position);
insert into calendar_roll (community, position, at)
    select encode(community, 'hex'), position, now() from known_community;

-- The last period that a schedule began.
create table schedule (
    community text not null references calendar,
    kind text not null check (kind in ('demurrage', 'income', 'dues', 'budget')),
    name text not null,
    day date not null,
    primary key (community, kind, name)
);

-- Periods that were begun.
create table calendar_turn (
    community text not null,
    kind text not null,
    name text not null,
    day date not null,
    asset text not null,
    constitution bytea not null check (octet_length(constitution) = 32),
    starts timestamptz not null,
    ends timestamptz not null,
    position bigint not null, -- whoever was a member then takes part
    state text not null check (state in ('running', 'done', 'refused')),
    reached text not null, -- the last member or account that was looked at
    amount numeric(38, 0) not null check (amount >= 0), -- what was moved so far
    promised numeric(38, 0) not null check (promised >= 0), -- what an income has still to issue
    debits numeric(38, 0), -- of an envelope, after it got its amount
    credits numeric(38, 0),
    reason text,
    detail text,
    begun_at timestamptz not null,
    done_at timestamptz,
    primary key (community, kind, name, day),
    foreign key (community, kind, name) references schedule,
    constraint turn_ended check ((state = 'running') = (done_at is null)),
    constraint turn_refused check ((state = 'refused') = (reason is not null) and (reason is null) = (detail is null))
);
create unique index calendar_turn_running on calendar_turn (community) where state = 'running';

-- What a member owes or has paid for a period: one row for each.
create table due (
    community text not null,
    name text not null,
    day date not null,
    member bytea not null check (octet_length(member) = 32),
    asset text not null,
    recipient text not null,
    amount numeric(38, 0) not null check (amount > 0),
    starts timestamptz not null,
    grace timestamptz not null check (grace >= starts),
    cause bytea not null check (octet_length(cause) = 32),
    tries integer not null check (tries >= 0),
    again timestamptz, -- when it is asked for again
    paid_at timestamptz,
    transfer bytea check (octet_length(transfer) = 32),
    primary key (community, name, day, member),
    constraint due_paid check ((paid_at is null) = (transfer is null) and (paid_at is null or again is null))
);
create index due_again on due (community, again) where again is not null;
create index due_owed on due (community, name, member) where paid_at is null;
create index due_of on due (community, member, day, name);
create index due_all on due (community, day, name, member);
