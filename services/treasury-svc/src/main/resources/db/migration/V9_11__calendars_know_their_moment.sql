-- The moment at which a calendar has arrived, and the last block before anything happened for it: what the calendar moved up to
-- that block it moved for earlier moments, whenever it was caught up.
alter table calendar add column moment timestamptz;
alter table calendar add column moment_block bigint;
alter table calendar add constraint calendar_moment check ((moment is null) = (moment_block is null));
