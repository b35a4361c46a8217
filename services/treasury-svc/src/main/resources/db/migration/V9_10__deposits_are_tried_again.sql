-- The parts of those deposits of which one could not be given away at once, because the account that it goes to was frozen or
-- closed. What is not there yet is tried again.
create table deposit_part (
    deposit bytea not null check (octet_length(deposit) = 32),
    community text not null references ledger,
    proposal bytea not null check (octet_length(proposal) = 32),
    code text not null check (code in ('refunded', 'burned', 'forfeited')),
    credit text not null,
    asset text not null,
    amount text not null,
    memo text not null,
    tries integer not null check (tries >= 0), -- how often the ledger refused it
    again_at timestamptz, -- when it is tried again; it is there if that is null
    primary key (deposit, code)
);
create index deposit_part_due on deposit_part (again_at) where again_at is not null;

-- What was refused before, for good as it seemed, is tried again, too. What else became of those deposits is found by their
-- accounts, because the journal has no index by causes.
with refused as materialized (
    select l.no as ledger, l.community, t.cause, t.code, t.memo, t.parts::json as parts,
        (select a.no from account a where a.community = l.community and a.name = 'deposit/' || encode(t.cause, 'hex')
            and a.asset = t.parts::json ->> 'asset') as account
    from transfer t join ledger l on l.no = t.ledger
    where t.block is null and t.code in ('refunded', 'burned', 'forfeited')
)
insert into deposit_part (deposit, community, proposal, code, credit, asset, amount, memo, tries, again_at)
select d.id, r.community, r.cause, r.code, r.parts ->> 'credit', r.parts ->> 'asset', r.parts ->> 'amount', r.memo, 1, now()
from refused r join transfer d on d.credit = r.account and d.block is not null and d.code = 'deposited'
union all
select distinct on (d.id, t.code) d.id, r.community, r.cause, t.code, c.name, c.asset, coalesce(t.asked, t.amount::text), t.memo, 0, null::timestamptz
from refused r join transfer d on d.credit = r.account and d.block is not null and d.code = 'deposited'
    join transfer t on t.debit = r.account and t.block is not null and t.code in ('refunded', 'burned', 'forfeited')
    join account c on c.no = t.credit
on conflict do nothing;
