-- What is spent in a period of the calendar is kept by the period's first day, and no more by its first moment: an amended zone, or
-- another table of time zones, gave a second allowance in the same period. What is here is of the zone in force; where the database does
-- not know that zone, the nearest midnight is meant.
alter table spent_in_period rename to old_spent_in_period;
alter table old_spent_in_period rename constraint spent_in_period_pkey to old_spent_in_period_pkey;

create table spent_in_period (
    ledger bigint not null,
    limited text not null, -- what is limited, without how much: that may change while what is spent stays
    subject text not null, -- whom it is counted for
    first_day date not null,
    spent numeric(38, 0) not null check (spent > 0),
    primary key (ledger, limited, subject, first_day)
);

insert into spent_in_period (ledger, limited, subject, first_day, spent)
select s.ledger, s.limited, s.subject,
    coalesce((s.period at time zone z.name)::date, ((s.period + interval '12 hours') at time zone 'UTC')::date) as first_day,
    sum(s.spent)
from old_spent_in_period s left join ledger_rules r on r.ledger = s.ledger
    left join pg_timezone_names z on z.name = coalesce(r.document::jsonb -> 'treasury' ->> 'zone', 'UTC')
group by s.ledger, s.limited, s.subject, 4;

drop table old_spent_in_period;
