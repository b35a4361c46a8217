-- An order for the bank is the same bytes each time, also when the treasury's zone is amended meanwhile. Nobody knows any more
-- which zone was in force when older ones were ordered: they are written in the zone of the day.
alter table payout add column zone text not null default '';
