-- The transaction that changed last who may sign in a community: whoever remembers whose keys are valid knows by it whether
-- that is still so. No other transaction has its number, also when it is rolled back.
alter table ledger add column signers_changed_in bigint not null default 0 check (signers_changed_in >= 0);

create function signers_changed() returns trigger language plpgsql as $$
begin
    update ledger set signers_changed_in = pg_current_xact_id()::text::bigint
    where community in (select encode(changed.community, 'hex') from changed)
        and signers_changed_in <> pg_current_xact_id()::text::bigint;
    return null;
end $$;

create function signers_forgotten() returns trigger language plpgsql as $$
begin
    update ledger set signers_changed_in = pg_current_xact_id()::text::bigint;
    return null;
end $$;

create trigger members_came after insert on known_member
    referencing new table as changed for each statement execute function signers_changed();
create trigger members_changed after update on known_member
    referencing new table as changed for each statement execute function signers_changed();
create trigger members_went after delete on known_member
    referencing old table as changed for each statement execute function signers_changed();
create trigger members_forgotten after truncate on known_member execute function signers_forgotten();

create trigger keys_came after insert on known_key
    referencing new table as changed for each statement execute function signers_changed();
create trigger keys_changed after update on known_key
    referencing new table as changed for each statement execute function signers_changed();
create trigger keys_went after delete on known_key
    referencing old table as changed for each statement execute function signers_changed();
create trigger keys_forgotten after truncate on known_key execute function signers_forgotten();
