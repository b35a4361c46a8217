-- Whom the members elected who have not everything yet that the constitution asks for beside.
create table election (
    community bytea not null check (octet_length(community) = 32),
    applicant bytea not null check (octet_length(applicant) = 32),
    elected_at timestamptz not null,
    enactment bytea not null check (octet_length(enactment) = 32),
    primary key (community, applicant)
);

-- One appeal against each expulsion. An expulsion that was overturned counts against nobody.
alter table expulsion
    add column appealed_at timestamptz,
    add column grounds text,
    add column appeal_act bytea check (octet_length(appeal_act) = 32),
    add column overturned_at timestamptz,
    add constraint appealed_whole check ((appealed_at is null) = (grounds is null)
        and (appealed_at is null) = (appeal_act is null)),
    add constraint overturned_on_appeal check (overturned_at is null or appealed_at is not null);
