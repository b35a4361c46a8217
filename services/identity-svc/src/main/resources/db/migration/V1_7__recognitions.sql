-- What the officers of other communities said about applicants who are members there.
create table recognition (
    community bytea not null check (octet_length(community) = 32),
    applicant bytea not null check (octet_length(applicant) = 32),
    other bytea not null check (octet_length(other) = 32),
    signer bytea not null check (octet_length(signer) in (20, 32, 33)),
    since timestamptz not null,
    stated_at timestamptz not null,
    statement bytea not null check (octet_length(statement) = 32),
    primary key (community, applicant, other, signer)
);
