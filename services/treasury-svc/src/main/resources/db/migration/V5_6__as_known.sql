-- Whoever writes what follows from what they know of accounts asks in the same statement whether it is so. If it is not,
-- nothing is written.
create function as_known(so boolean) returns void language plpgsql as $$
begin
    if so is not true then
        raise exception 'something is not as it was known' using errcode = 'FM001';
    end if;
end $$;
