-- Where a poll asks for balances, the place in the journal as of which they count; where its body has a cap, the most
-- power that one member of the frozen roll has; and what was left of the roll when it was counted.
alter table poll
    add column balances_position bigint check (balances_position >= 0),
    add column roll_most numeric(38, 0) check (roll_most > 0),
    add column counted_members bigint check (counted_members between 0 and roll_members),
    add column counted_power numeric(38, 0) check (counted_power between 0 and roll_power);
