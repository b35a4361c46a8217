-- How many members a community has now, so that nobody has to count a million to know it.
alter table known_community add column members bigint not null default 0 check (members >= 0);

update known_community set members =
    (select count(*) from known_member where community = known_community.community and valid_to is null);
