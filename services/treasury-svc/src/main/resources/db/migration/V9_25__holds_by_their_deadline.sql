-- Whoever reads an account takes off what was set aside until a moment that has come, without looking at all that is set aside.
drop index hold_open;
create index hold_open on hold (debit, deadline) where state = 'held';
