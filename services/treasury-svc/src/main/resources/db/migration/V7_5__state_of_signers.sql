-- A name for who may sign in a community as it is: another one whenever that changes. Whoever remembers whose keys are valid
-- knows by it whether that is still so. Names are random, so none comes again, also after a backup was restored.
create table signers_state (
    community bytea primary key check (octet_length(community) = 32),
    state uuid not null
);

insert into signers_state (community, state)
select community, gen_random_uuid() from (select community from known_member union select community from known_key) as known;

create function signers_changed() returns trigger language plpgsql as $$
begin
    insert into signers_state (community, state)
    select community, gen_random_uuid() from (select distinct community from changed) as known order by community
    on conflict (community) do update set state = excluded.state;
    return null;
end $$;

create function signers_forgotten() returns trigger language plpgsql as $$
begin
    update signers_state set state = gen_random_uuid();
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
