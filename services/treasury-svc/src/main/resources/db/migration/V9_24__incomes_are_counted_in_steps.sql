-- How many get an income, as far as that was counted, and the last member who was looked at for it. While it is counted, "reached"
-- stays empty: a version that does not know these counts everybody at once, as it ever did.
alter table calendar_turn
    add column counted bigint not null default 0 check (counted >= 0),
    add column counted_to text not null default '';
