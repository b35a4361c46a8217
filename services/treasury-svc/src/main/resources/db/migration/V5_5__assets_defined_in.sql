-- The transaction that defined a ledger's assets last: whoever remembers them knows by it when to look again. No other
-- transaction has its number, also when it is rolled back.
alter table ledger add column assets_defined_in bigint not null default 0 check (assets_defined_in >= 0);
