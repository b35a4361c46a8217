-- What was said about commitments here before the community's founding was heard of.
create table early_commitment (
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    type text not null,
    community text not null,
    event text not null,
    arrival bigint generated always as identity,
    primary key (commitment, type)
);

create index early_commitment_community on early_commitment (community);
