-- What was said about deposits waits with what was decided, so that a fault in one keeps back neither the others nor, for good,
-- itself. Deposits have an order of their own beside that of decisions: taken, then given away.
alter table waiting_decision drop constraint waiting_decision_turn_check,
    add constraint waiting_decision_turn_check check (turn between 0 and 4);

-- Replicas of the version before go on while they are replaced: what they are about to keep is waited for here, and what they
-- keep later waits with the rest.
lock table early_deposit in access exclusive mode;

insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
select deposit, type, community, event::jsonb ->> 'proposal',
    case type when 'proposals.deposit-due.v1' then 3 else 4 end, event, 'community', now(), now()
from early_deposit order by arrival;

delete from early_deposit;

create function early_deposit_waits() returns trigger language plpgsql as $$
begin
    insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
    values (new.deposit, new.type, new.community, new.event::jsonb ->> 'proposal',
        case new.type when 'proposals.deposit-due.v1' then 3 else 4 end, new.event, 'community', now(), now());
    return null;
end $$;

create trigger early_deposit_waits before insert on early_deposit for each row execute function early_deposit_waits();
