-- Whoever writes ballots by what they know of a poll asks in the same statement whether it is so. If it is not, the statement
-- fails and nothing is written. It is stable, so that it is asked once and not for each row.
create function as_known(so boolean) returns boolean stable language plpgsql as $$
begin
    if so is not true then
        raise exception 'something is not as it was known' using errcode = 'FM001';
    end if;
    return true;
end $$;
