-- Whose ballots were taken off again when a poll was counted, because they had left the roll meanwhile: whoever counts again needs
-- to know. Of polls that were counted before this was kept nothing is known.
create table struck (
    poll_no bigint not null,
    member bytea not null check (octet_length(member) = 32),
    primary key (poll_no, member)
);
