-- What waits may be contended for, may be unreadable to this version, or may be refused for what it says. That stands in a column
-- of its own, because replicas of the version before know the reasons there were alone.
alter table waiting_decision
    add column mishap text not null default '' check (mishap in ('', 'contention', 'unreadable', 'refused')),
    add column setbacks integer not null default 0 check (setbacks >= 0);

-- Two texts may wait under one name, and only one of them can be what was decided: each has its turn, in the order of arrival, and
-- the ledger tells. Nobody is turned away for having come second.
alter table waiting_decision drop constraint waiting_decision_pkey, add primary key (arrival);
create index waiting_decision_name on waiting_decision (name);
