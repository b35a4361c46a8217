-- Files that decisions name: what accounts held elsewhere is brought in from them, by whoever has the file, once.
create table opening_file (
    no bigint generated always as identity primary key,
    ledger bigint not null references ledger (no),
    enactment bytea not null check (octet_length(enactment) = 32),
    proposal bytea not null check (octet_length(proposal) = 32),
    file bytea not null check (octet_length(file) = 32),
    rows integer not null check (rows between 1 and 1000000),
    sums text not null,
    memo text not null,
    decided_at timestamptz not null,
    brought_at timestamptz,
    constraint opening_file_once unique (ledger, enactment)
);

create function opening_file_is_brought_once() returns trigger language plpgsql as $$
begin
    if old.brought_at is not null or (new.ledger, new.enactment, new.proposal, new.file, new.rows, new.sums, new.memo,
            new.decided_at) is distinct from (old.ledger, old.enactment, old.proposal, old.file, old.rows, old.sums, old.memo,
            old.decided_at) then
        raise exception 'a file is brought once';
    end if;
    return new;
end $$;
create trigger opening_file_is_brought_once before update on opening_file
    for each row execute function opening_file_is_brought_once();
