-- Where a poll asks for balances, the place in the journal as of which they count; and where its body has a cap, the most
-- power that one member of the frozen roll has.
alter table poll
    add column balances_position bigint check (balances_position >= 0),
    add column roll_most numeric(38, 0) check (roll_most > 0);
