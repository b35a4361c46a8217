-- Whether the last ballot of a poll is the one that is known, or none is known. Whoever writes ballots asks this with every
-- batch. A plan is kept from the first of them on, when all ballots are on a page and reading it is cheapest, and would read
-- all of them until statistics are next taken: an election can be over by then.
create function is_last_ballot(asked bigint, last bigint, known bytea) returns boolean
stable language plpgsql set enable_seqscan = off as $$
begin
    return last = 0 or known = (select act from ballot where poll_no = asked and number = last);
end $$;
