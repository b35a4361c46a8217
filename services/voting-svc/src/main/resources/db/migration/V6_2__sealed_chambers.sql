-- Polls of several chambers of which some are sealed are not followed, and are decided together all the same.
alter table poll drop constraint followed_is_whole;
alter table poll add constraint followed_is_whole check (
    num_nulls(look_at, latest_at, phase) in (0, 3) and (phase is null or lead is not null));
