
-- Polls whose close may move, or that are decided together with others, are followed ballot by ballot. What is written
-- here is what followed from the ballots so far; anyone can find it out again from them.
alter table poll add column lead bigint references poll;
alter table poll add column look_at timestamptz;
alter table poll add column latest_at timestamptz;
alter table poll add column phase text check (phase in ('voting', 'confirming', 'cooling-off'));
alter table poll add constraint followed_is_whole check (num_nulls(lead, look_at, latest_at, phase) in (0, 4));

comment on column poll.lead is 'the poll whose row is held by whoever changes one of those that are decided together';
comment on column poll.look_at is 'the next moment at which something may happen by itself';
comment on column poll.latest_at is 'the first moment at which no ballot is accepted whatever happens';

create index poll_led on poll (lead, no) where lead is not null;
drop index poll_due;
create index poll_due on poll ((coalesce(look_at, closes_at))) where state = 'open';
