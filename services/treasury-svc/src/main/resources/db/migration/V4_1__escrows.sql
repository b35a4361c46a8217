-- What is kept for somebody until it is theirs. Its account holds exactly what is left of it.
create table escrow (
    ledger bigint not null references ledger (no),
    id bytea not null check (octet_length(id) = 32), -- that of the order that put it there
    no bigint generated always as identity unique, -- the order in which they were made
    kind text not null check (kind in ('stream', 'grant', 'bounty')),
    debit text not null,
    credit text, -- whom it is for, if that is known
    asset text not null,
    amount numeric(38, 0) not null check (amount > 0),
    terms text not null, -- canonical JSON, which never changes
    released numeric(38, 0) not null check (released >= 0),
    returned numeric(38, 0) not null check (returned >= 0),
    state text not null check (state in ('open', 'paused', 'cancelled', 'expired', 'ended')),
    paused_at timestamptz,
    paused_nanos bigint not null check (paused_nanos >= 0),
    deadline timestamptz,
    tranches text not null, -- what became of each, as words
    made_at timestamptz not null,
    latest timestamptz not null,
    due timestamptz, -- when something goes back by itself next; a while later, if that was refused
    primary key (ledger, id),
    constraint escrow_left check (released + returned <= amount),
    constraint escrow_paused check ((state = 'paused') = (paused_at is not null))
);
create index escrow_due on escrow (due) where due is not null;
create index escrow_made on escrow (ledger, no);
create index escrow_debit on escrow (ledger, debit, no);
create index escrow_credit on escrow (ledger, credit, no);

-- What is over stays over, and nothing comes back that was paid.
create function escrow_ends_once() returns trigger language plpgsql as $$
begin
    if old.state in ('cancelled', 'expired', 'ended') and new.state <> old.state
            or new.released < old.released or new.returned < old.returned or new.latest < old.latest
            or new.deadline < old.deadline
            or (new.terms, new.amount, new.debit, new.made_at) is distinct from (old.terms, old.amount, old.debit, old.made_at) then
        raise exception 'an escrow ends once and gives nothing back twice';
    end if;
    return new;
end $$;
create trigger escrow_ends_once before update on escrow for each row execute function escrow_ends_once();

-- What was asked of an escrow and what became of it: the first outcome for an id is final, also when it is a refusal.
create table escrow_step (
    ledger bigint not null references ledger (no),
    id bytea not null check (octet_length(id) = 32), -- an enactment, an act, a withdrawal, or the name of an expiry
    no bigint generated always as identity,
    escrow bytea not null check (octet_length(escrow) = 32),
    what text not null check (
        what in ('withdraw', 'pause', 'resume', 'cancel', 'release', 'award', 'extend', 'expire')),
    asked text not null, -- canonical JSON
    credit text, -- whom something went to
    amount numeric(38, 0) check (amount > 0),
    reason text,
    detail text,
    at timestamptz not null,
    primary key (ledger, id),
    constraint escrow_step_moves check ((credit is null) = (amount is null)),
    constraint escrow_step_refusal check ((reason is null) = (detail is null) and (reason is null or amount is null))
);
create index escrow_step_of on escrow_step (ledger, escrow, no);

-- What members signed about an escrow; each says the same thing once.
create table escrow_act (
    ledger bigint not null references ledger (no),
    escrow bytea not null check (octet_length(escrow) = 32),
    type text not null check (type in ('claim', 'attestation', 'award')),
    actor bytea not null check (octet_length(actor) = 32),
    part text not null, -- the hash of the work, the number of the tranche, or the account that is to get it
    no bigint generated always as identity,
    act bytea not null check (octet_length(act) = 32),
    memo text not null,
    at timestamptz not null,
    primary key (ledger, escrow, type, actor, part)
);
create index escrow_act_of on escrow_act (ledger, escrow, no);

create function escrow_history_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'what was said and done about an escrow is never changed or removed';
end $$;
create trigger escrow_step_is_final before update or delete on escrow_step
    for each row execute function escrow_history_is_final();
create trigger escrow_act_is_final before update or delete on escrow_act
    for each row execute function escrow_history_is_final();

-- What members spent for the community and want to be paid back. Nothing is set aside for it.
create table expense (
    ledger bigint not null references ledger (no),
    id bytea not null check (octet_length(id) = 32), -- of the claim, and of the payment
    no bigint generated always as identity,
    claimant bytea not null check (octet_length(claimant) = 32),
    debit text not null,
    asset text not null,
    amount numeric(38, 0) not null check (amount > 0),
    receipt bytea not null check (octet_length(receipt) = 32),
    memo text not null,
    role text not null,
    at_least integer not null check (at_least > 0),
    made_at timestamptz not null,
    expires timestamptz not null,
    state text not null check (state in ('waiting', 'paid', 'refused')), -- what expired still waits here
    act bytea not null check (octet_length(act) = 32),
    primary key (ledger, id)
);
create index expense_made on expense (ledger, no);

create function expense_ends_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'waiting' then
        raise exception 'a claim ends once';
    end if;
    return new;
end $$;
create trigger expense_ends_once before update on expense for each row execute function expense_ends_once();

create table expense_verdict (
    ledger bigint not null references ledger (no),
    expense bytea not null check (octet_length(expense) = 32),
    member bytea not null check (octet_length(member) = 32),
    approves boolean not null,
    act bytea not null check (octet_length(act) = 32),
    at timestamptz not null,
    primary key (ledger, expense, member)
);
create trigger expense_verdict_is_final before update or delete on expense_verdict
    for each row execute function escrow_history_is_final();
