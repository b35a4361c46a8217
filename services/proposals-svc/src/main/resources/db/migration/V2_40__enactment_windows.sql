-- When a proposal can be enacted follows from its pinned rules and its decision; no part of it is known before. It may be
-- at no moment at all, and then the proposal has no mandate.
alter table proposal
    drop constraint poll_is_whole,
    drop constraint passed_has_a_mandate,
    drop column timelock_ms,
    drop column expires_ms,
    add constraint poll_is_whole check (
        num_nulls(poll, definition, roll_position, roll_at, opens_at, closes_at, retries) in (0, 7)),
    add constraint passed_has_a_mandate check (
        eta is not null or state not in ('timelocked', 'enacting', 'failed', 'enacted'));
