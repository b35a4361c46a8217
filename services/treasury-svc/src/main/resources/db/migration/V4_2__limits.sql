-- Spending limits: the rules that the ledger goes by, what is spent under them, and under which policy it was decided.

-- The constitution that the ledger's accounts were last made to fit, so that limits and accounts are of one piece.
create table ledger_rules (
    ledger bigint primary key,
    hash bytea not null check (octet_length(hash) = 32),
    document text not null
);

-- Limits in periods of the calendar. Whoever counts holds the row of an account that the limit is about, or the ledger's.
create table spent_in_period (
    ledger bigint not null,
    limited text not null, -- what is limited, without how much: that may change while what is spent stays
    subject text not null, -- whom it is counted for
    period timestamptz not null, -- its first moment
    spent numeric(38, 0) not null check (spent > 0),
    primary key (ledger, limited, subject, period)
);

-- Limits in windows that roll: one row for each batch that spent something.
create table spent_at (
    no bigint generated always as identity primary key,
    ledger bigint not null,
    limited text not null,
    subject text not null,
    at timestamptz not null,
    amount numeric(38, 0) not null check (amount > 0)
);
create index spent_at_window on spent_at (ledger, limited, subject, at);

create table proposal_policy (
    community text not null,
    proposal bytea not null check (octet_length(proposal) = 32),
    policy text not null,
    primary key (community, proposal)
);
