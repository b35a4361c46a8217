-- Members of whom a poll has more than one ballot. There are few of them, and only theirs have to be put in order by a
-- count: all other ballots count as they are.
create table revoter (
    poll_no bigint not null,
    member bytea not null check (octet_length(member) = 32),
    primary key (poll_no, member)
);

insert into revoter (poll_no, member)
select poll_no, member from ballot group by poll_no, member having count(*) > 1;
