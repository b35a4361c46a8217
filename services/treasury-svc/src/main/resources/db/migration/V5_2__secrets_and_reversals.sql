-- Secrets of webhooks are 32 bytes, or 60 when they are sealed under the service's key.
alter table webhook add constraint webhook_secret check (
    octet_length(secret) in (32, 60) and (old_secret is null or octet_length(old_secret) in (32, 60)));

-- What has one leg may be reversed in parts. All parts together are never more than the whole, whoever writes them.
create index transfer_reversals on transfer (ledger, reverses) where reverses is not null and block is not null;
drop index transfer_reversed_once;

create function reversal_fits() returns trigger language plpgsql as $$
begin
    if (select sum(r.amount) from transfer r
            where r.ledger = new.ledger and r.reverses = new.reverses and r.block is not null)
        > (select coalesce(sum(t.amount), 0) from transfer t where t.ledger = new.ledger and t.id = new.reverses) then
        raise exception 'more would be reversed than was moved';
    end if;
    return null;
end $$;
create trigger reversal_fits after insert on transfer
    for each row when (new.reverses is not null and new.block is not null) execute function reversal_fits();
