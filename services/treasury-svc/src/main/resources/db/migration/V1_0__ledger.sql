-- The ledger. Amounts are minor units; an account's limits stand in its row, so that no statement can break them.

create table ledger (
    community text primary key check (community ~ '^[0-9a-f]{64}$'),
    last_entry bigint not null default 0 check (last_entry >= 0)
);

create table asset (
    community text not null references ledger,
    code text not null,
    scale smallint not null check (scale between 0 and 18),
    cap numeric(38, 0) check (cap >= 0),
    primary key (community, code)
);

create table account (
    community text not null,
    name text not null,
    asset text not null,
    kind text not null check (kind in ('issuance', 'declared', 'member')),
    state text not null check (state in ('open', 'frozen', 'closed')),
    debits_posted numeric(38, 0) not null check (debits_posted >= 0),
    credits_posted numeric(38, 0) not null check (credits_posted >= 0),
    debits_pending numeric(38, 0) not null check (debits_pending >= 0),
    credits_pending numeric(38, 0) not null check (credits_pending >= 0),
    -- What must be left at least: 0, or less for an account with a credit line. No floor: it may issue without limit.
    floor numeric(38, 0),
    ceiling numeric(38, 0),
    opened_at timestamptz not null,
    primary key (community, name, asset),
    foreign key (community, asset) references asset,
    constraint account_floor check (credits_posted - debits_posted - debits_pending >= floor),
    constraint account_ceiling check (credits_posted + credits_pending - debits_posted <= ceiling)
);

-- The first outcome for an id is final, also when it is a refusal.
create table transfer (
    community text not null references ledger,
    id text not null check (id ~ '^[0-9a-f]{64}$'),
    code text not null check (code in ('opening', 'decided')),
    debit text not null,
    credit text not null,
    asset text not null,
    asked text not null, -- the amount as it was written, which need not be one
    cause text not null check (cause ~ '^[0-9a-f]{64}$'),
    memo text not null,
    at timestamptz not null,
    -- Posted transfers have a place in the journal and an amount in minor units, refused ones have a reason.
    entry bigint check (entry > 0),
    amount numeric(38, 0) check (amount > 0),
    refusal text,
    detail text,
    primary key (community, id),
    constraint transfer_entry_once unique (community, entry),
    constraint transfer_outcome check (
        entry is not null and amount is not null and refusal is null and detail is null
        or entry is null and amount is null and refusal is not null and detail is not null),
    constraint transfer_moves check (debit <> credit or refusal is not null)
);

-- What was decided about a transfer is history.
create function transfer_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a transfer is never changed or removed';
end $$;

create trigger transfer_is_final before update or delete on transfer
    for each row execute function transfer_is_final();
create trigger transfers_are_final before truncate on transfer
    for each statement execute function transfer_is_final();

-- Enactments that were due here before the community's founding was heard of: two topics have no order between them.
create table early_enactment (
    enactment text primary key check (enactment ~ '^[0-9a-f]{64}$'),
    community text not null,
    event text not null,
    arrival bigint generated always as identity
);

create index early_enactment_community on early_enactment (community);
