-- Which login is whose, by the name under which it is kept.
create table member_login (
    community bytea not null check (octet_length(community) = 32),
    login bytea not null check (octet_length(login) = 32),
    member bytea not null check (octet_length(member) = 32),
    linked_at timestamptz not null,
    primary key (community, login)
);

create index member_login_by_member on member_login (community, member);
