-- What is open is found without looking at what is over: accounts of the community's own, amounts that are set aside, what is
-- kept for somebody, payments to the outside, and dues.
create index account_own on account (community, asset) where kind = 'declared';
create index hold_open on hold (debit) where state = 'held';
create index escrow_kept on escrow (ledger, asset, no) where released + returned < amount;
create index payout_open on payout (community, asset) where transfer is null;
create index due_unpaid on due (community, asset, recipient) include (amount) where paid_at is null;

-- Whether anything was done about an escrow since somebody looked.
create index escrow_step_newest on escrow_step (ledger, no);
