-- Clocks of replicas differ. What one of them has counted stays as it is also where another one's clock is behind: nothing
-- that is said or cast later is of a moment before it.
create table counted_body (
    community bytea not null check (octet_length(community) = 32),
    body text not null,
    at timestamptz not null,
    primary key (community, body)
);

comment on table counted_body is 'the last close as of which delegations of a body are counted; it is written before they are';

alter table poll add column passed_at timestamptz;

comment on column poll.passed_at is 'of a poll that is followed: up to when everything had happened when it was written down last';
