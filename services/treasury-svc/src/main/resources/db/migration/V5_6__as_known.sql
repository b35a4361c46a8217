-- Whoever writes what follows from what they know of accounts asks in the same statement whether it is so. If it is not,
-- nothing is written. It is not so either if a period of the calendar has begun since the moment from which it holds: the
-- accounts may have waited for the calendar, which goes by what was held before. This is volatile, so it sees what was
-- committed while the statement waited.
create function as_known(asked text, at timestamptz, so boolean) returns void volatile language plpgsql as $$
begin
    if so is not true or exists (
            select from schedule s join calendar_turn t using (community, kind, name, day)
            where s.community = asked and t.starts > as_known.at) then
        raise exception 'something is not as it was known' using errcode = 'FM001';
    end if;
end $$;
