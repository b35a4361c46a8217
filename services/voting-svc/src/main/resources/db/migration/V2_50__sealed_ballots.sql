-- A poll whose ballots are sealed waits after its close until a quorum of trustees has given their shares.
alter table poll add column unsealing_since timestamptz;
alter table poll add column unsealed_at timestamptz;
alter table poll add constraint unsealed_after_waiting check (unsealed_at is null or unsealing_since <= unsealed_at);

comment on column poll.unsealing_since is 'when its ballots were complete, and the trustees could begin';
comment on column poll.unsealed_at is 'when a quorum of trustees had given their shares';

-- What each trustee gave: a point of 33 bytes for every ballot that counts, in the order of their numbers, and one proof.
create table trustee_share (
    poll_no bigint not null,
    trustee integer not null check (trustee > 0),
    points bytea not null check (octet_length(points) % 33 = 0),
    proof bytea not null check (octet_length(proof) = 64),
    accepted_at timestamptz not null,
    primary key (poll_no, trustee)
);

-- What the ballots that count say, which anyone can compute from the ballots and the shares. A spoilt one says nothing.
create table opened_ballot (
    poll_no bigint not null,
    number bigint not null,
    choice text,
    spoilt text check (spoilt in ('unreadable', 'not-a-choice')),
    primary key (poll_no, number),
    check (num_nulls(choice, spoilt) = 1)
);
