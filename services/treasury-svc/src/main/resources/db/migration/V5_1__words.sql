-- Members may say different things about one reference: what so many say as are needed is what happened, and nobody's word uses
-- the reference up before. Each member says one thing at a time; what was corrected stays.
alter table attester drop constraint attester_pkey;
alter table attester add column number bigint generated always as identity primary key;
alter table attester add column parts text;
update attester a set parts = t.parts from attestation t where t.id = a.attestation;
alter table attester alter column parts set not null;
alter table attester add column corrected boolean not null default false;
create unique index attester_once on attester (attestation, member) where not corrected;

-- What happened is known when it has ended.
drop trigger attestation_ends_once on attestation;
alter table attestation alter column parts drop not null;
update attestation set parts = null where state = 'open';
alter table attestation add constraint attestation_parts check ((state = 'open') = (parts is null));

create or replace function attestation_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'open' or new.state = 'open'
            or (new.id, new.community, new.kind, new.asset, new.reference)
                is distinct from (old.id, old.community, old.kind, old.asset, old.reference) then
        raise exception 'an attestation ends once';
    end if;
    return new;
end $$;
create trigger attestation_ends_once before update or delete on attestation
    for each row execute function attestation_ends_once();

-- What a member said is never changed: it may only be said that the member says something else now.
create function attester_says_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.corrected or not new.corrected
            or (new.attestation, new.member, new.act, new.at, new.parts)
                is distinct from (old.attestation, old.member, old.act, old.at, old.parts) then
        raise exception 'what a member said is never changed';
    end if;
    return new;
end $$;
create trigger attester_says_once before update or delete on attester
    for each row execute function attester_says_once();
