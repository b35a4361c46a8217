-- Who asks to join, what others say about it, and what admissions used up. Hashes are their 32 bytes.

-- The last application of each applicant; who applies again after a refusal begins anew.
create table application (
    community bytea not null check (octet_length(community) = 32),
    applicant bytea not null check (octet_length(applicant) = 32),
    key bytea not null check (octet_length(key) in (20, 32, 33)),
    act bytea not null check (octet_length(act) = 32),
    applied_at timestamptz not null,
    state text not null check (state in ('open', 'admitted', 'refused')),
    decided_at timestamptz,
    words text not null default '',
    -- When time alone may change the answer.
    due_at timestamptz,
    primary key (community, applicant),
    constraint decided_once check ((state = 'open') = (decided_at is null))
);

create index application_due on application (due_at) where state = 'open';

create table vouch (
    community bytea not null,
    member bytea not null check (octet_length(member) = 32),
    voucher bytea not null check (octet_length(voucher) = 32),
    given_at timestamptz not null,
    act bytea not null check (octet_length(act) = 32),
    primary key (community, member, voucher)
);

create index vouch_by_voucher on vouch (community, voucher);

create table attestation (
    community bytea not null,
    applicant bytea not null check (octet_length(applicant) = 32),
    attester bytea not null check (octet_length(attester) in (20, 32, 33)),
    claim text not null,
    given_at timestamptz not null,
    act bytea not null check (octet_length(act) = 32),
    primary key (community, applicant, attester, claim)
);

-- An objection is to one application, so it ends with it.
create table objection (
    community bytea not null,
    applicant bytea not null check (octet_length(applicant) = 32),
    member bytea not null check (octet_length(member) = 32),
    application bytea not null check (octet_length(application) = 32),
    reason text not null,
    given_at timestamptz not null,
    primary key (community, applicant, application, member)
);

create table expulsion (
    community bytea not null,
    member bytea not null check (octet_length(member) = 32),
    expelled_at timestamptz not null,
    primary key (community, member, expelled_at)
);

-- What admits once: the hash of a credential's or a foreign membership's name.
create table nullifier (
    community bytea not null,
    nullifier bytea not null check (octet_length(nullifier) = 32),
    member bytea not null check (octet_length(member) = 32),
    primary key (community, nullifier)
);

-- How many joined when, at which position or from which on; those whom a decision lets in are not counted.
create table joining (
    community bytea not null,
    position bigint not null,
    joined_at timestamptz not null,
    members integer not null check (members > 0),
    primary key (community, position)
);

create index joining_by_time on joining (community, joined_at);
