-- What members tell the community about themselves, which nobody else may read. Both columns are sealed with AES-256-GCM:
-- a nonce of 12 bytes, the ciphertext and a tag of 16. Without the key the data is noise, so erasing the key erases it.
create table personal_key (
    community bytea not null check (octet_length(community) = 32),
    member bytea not null check (octet_length(member) = 32),
    -- The member's own key of 32 bytes, under the key of the service, which is not in the database.
    sealed bytea not null check (octet_length(sealed) = 60),
    primary key (community, member)
);

create table personal_data (
    community bytea not null,
    member bytea not null,
    commitment bytea not null check (octet_length(commitment) = 32),
    -- A salt of 32 bytes and the canonical JSON, under the member's own key.
    sealed bytea not null,
    put_at timestamptz not null,
    primary key (community, member),
    foreign key (community, member) references personal_key on delete cascade
);

-- What was done with somebody's personal data, and by which act; it outlives the data.
create table personal_log (
    id bigint generated always as identity primary key,
    community bytea not null,
    member bytea not null,
    done text not null check (done in ('put', 'exported', 'erased')),
    at timestamptz not null,
    cause text not null check (length(cause) > 0)
);

create index personal_log_of_member on personal_log (community, member, id);
