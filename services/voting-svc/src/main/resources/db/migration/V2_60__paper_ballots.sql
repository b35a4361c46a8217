-- Ballots that were cast on paper: what one officer entered, and whether another one has confirmed it.
create table paper_entry (
    no bigint generated always as identity primary key,
    poll_no bigint not null,
    act bytea not null unique check (octet_length(act) = 32),
    officer bytea not null check (octet_length(officer) = 32),
    ballots text not null,
    entered_at timestamptz not null,
    confirmed_by bytea check (octet_length(confirmed_by) = 32),
    confirmed_at timestamptz,
    check (num_nulls(confirmed_by, confirmed_at) in (0, 2)),
    check (confirmed_by <> officer)
);

create index paper_entry_of_poll on paper_entry (poll_no, no);

-- A ballot on paper has the number -1 in its member's order, below every act: a member's own ballot goes before it.
alter table ballot drop constraint ballot_seq_check;
alter table ballot add constraint ballot_seq_check check (seq >= -1);

comment on column ballot.seq is 'the number of the act; -1 if it was cast on paper';
