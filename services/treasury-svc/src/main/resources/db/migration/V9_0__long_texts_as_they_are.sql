-- What is long here is told and gone, or read once in a while. To press it together takes more time than to write it down does: a
-- tenth of all that PostgreSQL does for a batch of payments.
alter table outbox alter column payload set storage external;
alter table payment_act alter column lines set storage external;
