-- Credentials that applicants presented, until their application is decided. They are personal data, so they are sealed
-- under the applicant's own key as personal_data is.
create table presented_credential (
    community bytea not null check (octet_length(community) = 32),
    applicant bytea not null check (octet_length(applicant) = 32),
    presentation bytea not null check (octet_length(presentation) = 32),
    sealed bytea not null,
    act bytea not null check (octet_length(act) = 32),
    primary key (community, applicant, presentation)
);
