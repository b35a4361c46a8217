-- Actions that asked for a draw and have no answer yet. A draw is opened behind the message that asked for it, and as of what
-- was known then.
create table draw_ask (
    no bigint generated always as identity primary key,
    enactment bytea not null unique references draw_order,
    community bytea not null check (octet_length(community) = 32),
    proposal bytea not null check (octet_length(proposal) = 32),
    action_index integer not null check (action_index >= 0),
    attempt integer not null check (attempt >= 0),
    action text not null,
    asked_at timestamptz not null,
    constitution bytea not null check (octet_length(constitution) = 32),
    position bigint not null check (position > 0),
    place bigint not null check (place >= 0)
);

comment on column draw_ask.position is 'the membership position that was reached when it was asked for';
comment on column draw_ask.place is 'the place in the journal that was reached then';
