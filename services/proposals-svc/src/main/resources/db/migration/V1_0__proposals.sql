-- What the proposals service keeps. Hashes are written as text here, as people search for them; there are few proposals.

-- A proposal in its present state. "turns_at" and "turns_to" say what time alone makes of it, so that whoever reads
-- the row sees the right state although the scheduler may be late.
create table proposal (
    id            text primary key check (id ~ '^[0-9a-f]{64}$'),
    number        bigint generated always as identity unique,
    community     text not null check (community ~ '^[0-9a-f]{64}$'),
    author        text not null check (author ~ '^[0-9a-f]{64}$'),
    title         text not null check (char_length(title) between 1 and 200),
    body          text not null check (octet_length(body) <= 40960),
    options       text not null,
    actions       text not null,
    state         text not null check (state in ('draft', 'submitted', 'delayed', 'voting', 'timelocked', 'enacting',
                                                 'failed', 'enacted', 'rejected', 'cancelled', 'expired')),
    turns_at      timestamptz,
    turns_to      text check (turns_to in ('voting', 'enacted', 'expired')),
    drafted_at    timestamptz not null,

    -- pinned by the submission
    submitted_at  timestamptz,
    constitution  text check (constitution ~ '^[0-9a-f]{64}$'),
    policy        text,
    poll          text unique check (poll ~ '^[0-9a-f]{64}$'),
    definition    text,
    roll_position bigint check (roll_position >= 1),
    roll_at       timestamptz,
    opens_at      timestamptz,
    closes_at     timestamptz,
    timelock_ms   bigint check (timelock_ms >= 0),
    expires_ms    bigint check (expires_ms > 0),
    retries       integer check (retries >= 0),

    -- told by the voting service
    opened_at     timestamptz,
    roll_members  bigint check (roll_members >= 0),
    roll_power    numeric(38, 0) check (roll_power >= 0),
    decision      text,

    -- ordered by the decision
    eta           timestamptz,
    expiry        timestamptz,
    mandate       integer[],
    step          integer check (step >= 0),
    attempt       integer check (attempt >= 1),
    ordered_at    timestamptz,
    failed_at     timestamptz,
    failure       text,
    detail        text,

    ended_at      timestamptz,
    reason        text,

    constraint turn_is_whole check ((turns_at is null) = (turns_to is null)),
    constraint delayed_turns check (state not in ('delayed', 'timelocked', 'failed') or turns_at is not null),
    constraint others_wait check (state in ('delayed', 'timelocked', 'failed') or turns_at is null),
    constraint submission_is_whole check (
        num_nulls(submitted_at, constitution, policy, poll, definition, roll_position, roll_at, opens_at, closes_at,
                  timelock_ms, expires_ms, retries) in (0, 12)),
    constraint a_draft_has_no_poll check (state <> 'draft' or poll is null),
    constraint only_a_draft_or_cancelled_lacks_one check (poll is not null or state in ('draft', 'cancelled')),
    constraint opens_before_it_closes check (opens_at < closes_at),
    constraint mandate_is_whole check (num_nulls(eta, expiry, mandate) in (0, 3)),
    constraint passed_has_a_mandate check (
        eta is not null or state not in ('timelocked', 'enacting', 'failed', 'enacted', 'expired')),
    constraint undecided_has_none check (
        eta is null or state not in ('draft', 'submitted', 'delayed', 'voting', 'rejected', 'cancelled')),
    constraint due_before_it_expires check (eta < expiry),
    constraint order_is_whole check (num_nulls(step, attempt, ordered_at) in (0, 3)),
    constraint enacting_has_an_order check (step is not null or state not in ('enacting', 'failed')),
    constraint ordered_in_time check (ordered_at >= eta and ordered_at < expiry),
    constraint step_is_in_the_mandate check (step <= cardinality(mandate)),
    constraint failed_says_why check (
        num_nulls(failed_at, failure, detail) in (0, 3) and (failed_at is not null or state <> 'failed')),
    constraint ended_says_why check (
        (num_nulls(ended_at, reason) = 0) = (state in ('enacted', 'rejected', 'cancelled', 'expired'))
        and num_nulls(ended_at, reason) in (0, 2))
);

create index proposal_of_community on proposal (community, number);

-- Every change of state with its cause, the first one being the draft.
create table transition (
    proposal text not null references proposal,
    number   integer not null check (number >= 1),
    state    text not null,
    at       timestamptz not null,
    cause    text not null check (cause in ('act', 'event', 'time')),
    source   text,
    kind     text,
    note     text not null,
    primary key (proposal, number),
    constraint cause_is_whole check (
        (cause = 'time' and source is null and kind is null)
        or (cause = 'act' and source is not null and kind is null)
        or (cause = 'event' and source is not null and kind is not null))
);

-- When the scheduler has to look at a proposal again. Workers lock the proposal, not this row.
create table schedule (
    proposal text not null references proposal,
    kind     text not null check (kind in ('start-voting', 'end-timelock', 'expire')),
    due_at   timestamptz not null,
    primary key (proposal, kind)
);

create index schedule_due on schedule (due_at);
