-- Who lets whom vote, as it was said and never changed: of what a member said for one scope of a body the last row holds,
-- until it ends by itself or by the next one.
create table delegation (
    no bigint generated always as identity primary key,
    community bytea not null check (octet_length(community) = 32),
    body text not null,
    scope text not null,
    principal bytea not null check (octet_length(principal) = 32),
    delegates bytea[] not null,
    weights bigint[] not null,
    ends boolean not null,
    since timestamptz not null,
    until timestamptz check (until > since),
    act bytea not null unique check (octet_length(act) = 32),
    check (cardinality(delegates) = cardinality(weights)),
    check (not ends or (cardinality(delegates) = 0 and until is null))
);

create index delegation_of_scope on delegation (community, body, scope, principal, no desc);
create index delegation_of_body on delegation (community, body, no);
create index delegation_of_principal on delegation (community, principal, no);
create index delegation_to on delegation using gin (delegates);

comment on column delegation.delegates is 'nobody, where the member votes for themselves in this scope, whatever a wider one says';
