-- What was decided and cannot be done yet, because its community or its proposal's submission was not heard of, because
-- something else of the proposal waits, or because of a fault. Each goes on in a transaction of its own, so that none takes
-- with it what it waited for.
create table waiting_decision (
    name text not null check (name ~ '^[0-9a-f]{64}$'),
    type text not null,
    community text not null,
    proposal text not null,
    -- What proposals set aside comes before what is enacted, and what they leave after it.
    turn smallint not null check (turn between 0 and 2),
    event text not null,
    arrival bigint generated always as identity,
    reason text not null check (reason in ('community', 'submission', 'turn', 'fault')),
    since timestamptz not null,
    tries integer not null default 0 check (tries >= 0),
    next_try timestamptz not null,
    fault text not null default '',
    primary key (name, type)
);

create index waiting_decision_proposal on waiting_decision (community, proposal, turn, arrival);
create index waiting_decision_community on waiting_decision (community, arrival);

-- Replicas of the version before go on while they are replaced: what they are about to keep is waited for here, and what they
-- keep later waits with the rest.
lock table early_commitment, early_enactment in access exclusive mode;

insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
select commitment, type, community, event::jsonb ->> 'proposal',
    case type when 'proposals.commitment-due.v1' then 0 else 2 end, event, 'community', now(), now()
from early_commitment order by arrival;

insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
select enactment, 'proposals.enactment-due.v1', community, proposal, 1, event,
    case when exists (select 1 from ledger l where l.community = e.community) then 'submission' else 'community' end,
    now(), now()
from early_enactment e order by arrival;

delete from early_commitment;
delete from early_enactment;

create function early_commitment_waits() returns trigger language plpgsql as $$
begin
    insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
    values (new.commitment, new.type, new.community, new.event::jsonb ->> 'proposal',
        case new.type when 'proposals.commitment-due.v1' then 0 else 2 end, new.event, 'community', now(), now())
    on conflict do nothing;
    return null;
end $$;

create function early_enactment_waits() returns trigger language plpgsql as $$
begin
    insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
    values (new.enactment, 'proposals.enactment-due.v1', new.community, new.proposal, 1, new.event, 'submission', now(),
        now())
    on conflict do nothing;
    return null;
end $$;

create trigger early_commitment_waits before insert on early_commitment
    for each row execute function early_commitment_waits();
create trigger early_enactment_waits before insert on early_enactment
    for each row execute function early_enactment_waits();
