-- Deposits: what an author puts down for a proposal is kept in an account of that proposal until it ends.
alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check check (kind in ('issuance', 'declared', 'member', 'deposit'));
alter table transfer drop constraint transfer_code_check;
alter table transfer add constraint transfer_code_check check (
    code in ('opening', 'decided', 'deposited', 'refunded', 'burned', 'forfeited'));

-- What was said about deposits here before the community's founding was heard of: two topics have no order between them.
create table early_deposit (
    deposit text not null check (deposit ~ '^[0-9a-f]{64}$'),
    type text not null,
    community text not null,
    event text not null,
    arrival bigint generated always as identity,
    primary key (deposit, type)
);

create index early_deposit_community on early_deposit (community);
