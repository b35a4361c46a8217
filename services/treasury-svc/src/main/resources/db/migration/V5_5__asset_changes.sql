-- How often a ledger's assets were defined: who remembers them knows by it when to look again.
alter table ledger add column asset_changes bigint not null default 0 check (asset_changes >= 0);
