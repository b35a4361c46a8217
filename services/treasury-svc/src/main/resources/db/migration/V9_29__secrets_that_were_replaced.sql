-- Secrets that were replaced, each of which goes on to sign for a while: a receiver may know any of them.
create table webhook_secret_before (
    webhook text not null references webhook on delete cascade,
    number bigint generated always as identity,
    secret bytea not null check (octet_length(secret) in (32, 60)),
    until timestamptz not null,
    primary key (webhook, number)
);
insert into webhook_secret_before (webhook, secret, until)
select id, old_secret, old_until from webhook where old_secret is not null;
alter table webhook
    drop constraint webhook_secret,
    drop constraint webhook_old,
    drop column old_secret,
    drop column old_until,
    add constraint webhook_secret check (octet_length(secret) in (32, 60));

-- Whoever decides about an expense sees what else was claimed for the same receipt.
create index expense_receipt on expense (ledger, receipt, no);
