-- What members attest about the outside: one row for each thing, and one for each member who said it.
create table attestation (
    id bytea primary key check (octet_length(id) = 32),
    community text not null references ledger,
    number bigint generated always as identity,
    kind text not null check (kind in ('deposit', 'withdrawal', 'payout')),
    asset text not null,
    reference text not null check (char_length(reference) between 1 and 200),
    parts text not null, -- what was said, as the first one said it
    state text not null check (state in ('open', 'done', 'refused')),
    transfer bytea check (octet_length(transfer) = 32),
    reason text,
    detail text,
    ended_at timestamptz,
    constraint attestation_once unique (community, asset, kind, reference),
    constraint attestation_outcome check (
        state = 'open' and num_nonnulls(transfer, reason, detail, ended_at) = 0
        or state = 'done' and ended_at is not null and num_nonnulls(reason, detail) = 0
        or state = 'refused' and num_nonnulls(reason, detail, ended_at) = 3)
);
create index attestation_page on attestation (community, number);
create index attestation_open on attestation (community, number) where state = 'open';

-- A member counts once, however many keys there are.
create table attester (
    attestation bytea not null references attestation,
    member bytea not null check (octet_length(member) = 32),
    act bytea not null constraint attester_act unique check (octet_length(act) = 32),
    at timestamptz not null,
    primary key (attestation, member)
);

-- The outcome is final, and so is what was said.
create function attestation_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'open' or new.state = 'open'
            or (new.id, new.community, new.kind, new.asset, new.reference, new.parts)
                is distinct from (old.id, old.community, old.kind, old.asset, old.reference, old.parts) then
        raise exception 'an attestation ends once';
    end if;
    return new;
end $$;
create trigger attestation_ends_once before update or delete on attestation
    for each row execute function attestation_ends_once();

-- Payments to the outside that a decision ordered. What they are for lies in escrow/<id> until they end.
create table payout (
    id bytea primary key check (octet_length(id) = 32),
    community text not null references ledger,
    number bigint generated always as identity,
    proposal bytea not null check (octet_length(proposal) = 32),
    debit text not null,
    asset text not null,
    amount numeric(38, 0) not null check (amount > 0),
    receiver text not null, -- to whom it goes, as the action says it
    bank text not null, -- the community's own account when it was ordered; nothing for a chain
    memo text not null,
    ordered_at timestamptz not null,
    deadline timestamptz not null,
    state text not null check (state in ('ordered', 'done', 'failed', 'expired')),
    ended_at timestamptz,
    reference text, -- what the bank or the chain calls it
    transfer bytea check (octet_length(transfer) = 32), -- what emptied the escrow
    tries integer not null default 0 check (tries >= 0), -- how often it could not be given back
    again_at timestamptz,
    constraint payout_outcome check (
        state = 'ordered' and num_nonnulls(ended_at, reference, transfer, again_at) = 0
        or state = 'done' and num_nonnulls(ended_at, reference, transfer) = 3
        or state = 'failed' and num_nonnulls(ended_at, reference) = 2
        or state = 'expired' and ended_at is not null and reference is null)
);
create index payout_page on payout (community, number);
create index payout_due on payout (deadline) where state = 'ordered';
create index payout_kept on payout (again_at) where state in ('failed', 'expired') and transfer is null;

create function payout_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.transfer is not null or old.state <> 'ordered' and new.state <> old.state
            or (new.id, new.community, new.proposal, new.debit, new.asset, new.amount, new.receiver, new.deadline)
                is distinct from
                (old.id, old.community, old.proposal, old.debit, old.asset, old.amount, old.receiver, old.deadline) then
        raise exception 'a payment to the outside ends once';
    end if;
    return new;
end $$;
create trigger payout_ends_once before update or delete on payout
    for each row execute function payout_ends_once();

-- Systems outside that are told what happens, as an operator registered them.
create table webhook (
    id text primary key,
    number bigint generated always as identity,
    community text not null references ledger,
    url text not null,
    types text[] not null check (cardinality(types) > 0),
    scheme text not null check (scheme in ('v1', 'v1a')),
    secret bytea not null,
    old_secret bytea, -- what was signed with before; both sign for a while
    old_until timestamptz,
    state text not null check (state in ('enabled', 'disabled')),
    reason text not null,
    registered_at timestamptz not null,
    tries integer not null default 0 check (tries >= 0), -- of the message that comes next
    next_at timestamptz not null,
    claim bigint not null default 0, -- whoever delivers notes the result only while nobody else has taken over
    constraint webhook_old check ((old_secret is null) = (old_until is null)),
    constraint webhook_reason check ((state = 'disabled') = (reason <> ''))
);
create index webhook_community on webhook (community) where state = 'enabled';
create index webhook_due on webhook (next_at) where state = 'enabled';

-- What is still to be told, in order. The id stays the same however often it is sent.
create table webhook_message (
    webhook text not null references webhook on delete cascade,
    number bigint generated always as identity,
    id text not null constraint webhook_message_id unique,
    body text not null,
    primary key (webhook, number)
);
