-- Polls that are followed hear of delegations as of ballots: each at its own moment, and each once.
alter table poll add column delegating text[];
alter table poll add column heard bigint not null default 0;
alter table poll add column delegated_at timestamptz;

comment on column poll.delegating is 'the bodies of the stage whose members delegate; null if there is none, or the poll is not followed';
comment on column poll.heard is 'of the poll that leads a stage: the last delegation that is in what is written here';
comment on column poll.delegated_at is 'as of when delegations counted, where that is not the moment of the decision';

create index poll_delegating on poll (community, ended_at) where delegating is not null;
create index poll_delegating_now on poll (no) where state = 'open' and delegating is not null;
create index delegation_of_community on delegation (community, no);
