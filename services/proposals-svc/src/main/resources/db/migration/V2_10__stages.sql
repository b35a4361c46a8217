
-- A policy may have several stages. A proposal is in one of them at a time, and what the submission pinned about the poll
-- is then what stands for the poll of that stage; the ones before are in the timeline.
alter table proposal add column stage integer not null default 1 check (stage >= 1);

-- How many proposals an author has under a policy.
create index proposal_of_author on proposal (community, author, policy, submitted_at) where submitted_at is not null;
