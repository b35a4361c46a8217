-- A proposal may have to find sponsors before it is voted on. Until then its rules are pinned, and there is no poll.
alter table proposal add column sponsors_body text;
alter table proposal add column sponsors_needed integer check (sponsors_needed >= 1);
alter table proposal add column sponsors_found integer check (sponsors_found >= 0);
alter table proposal add column sponsors_until timestamptz;

alter table proposal drop constraint proposal_state_check;
alter table proposal add constraint proposal_state_check check (
    state in ('draft', 'sponsoring', 'submitted', 'delayed', 'voting', 'timelocked', 'enacting', 'failed', 'enacted',
              'rejected', 'cancelled', 'expired', 'lapsed'));
alter table proposal drop constraint proposal_turns_to_check;
alter table proposal add constraint proposal_turns_to_check check (turns_to in ('voting', 'enacted', 'expired', 'lapsed'));
alter table proposal drop constraint delayed_turns;
alter table proposal add constraint delayed_turns check (
    state not in ('sponsoring', 'delayed', 'timelocked', 'failed') or turns_at is not null);
alter table proposal drop constraint others_wait;
alter table proposal add constraint others_wait check (
    state in ('sponsoring', 'delayed', 'timelocked', 'failed') or turns_at is null);

alter table proposal drop constraint submission_is_whole;
alter table proposal add constraint submission_is_whole check (num_nulls(submitted_at, constitution, policy) in (0, 3));
alter table proposal add constraint poll_is_whole check (
    num_nulls(poll, definition, roll_position, roll_at, opens_at, closes_at, timelock_ms, expires_ms, retries) in (0, 9));
alter table proposal add constraint a_poll_was_submitted check (poll is null or submitted_at is not null);
alter table proposal drop constraint a_draft_has_no_poll;
alter table proposal add constraint a_draft_has_no_rules check (state <> 'draft' or submitted_at is null);
alter table proposal drop constraint only_a_draft_or_cancelled_lacks_one;
alter table proposal add constraint only_some_lack_a_poll check (
    poll is not null or state in ('draft', 'sponsoring', 'cancelled', 'lapsed'));
alter table proposal add constraint backing_is_whole check (
    num_nulls(sponsors_body, sponsors_needed, sponsors_found, sponsors_until) in (0, 4));
alter table proposal add constraint no_more_than_needed check (sponsors_found <= sponsors_needed);
alter table proposal add constraint sponsoring_waits check (state <> 'sponsoring' or sponsors_found < sponsors_needed);
alter table proposal add constraint sponsored_before_the_poll check (poll is null or sponsors_found = sponsors_needed);

alter table proposal drop constraint undecided_has_none;
alter table proposal add constraint undecided_has_none check (
    eta is null or state not in ('draft', 'sponsoring', 'submitted', 'delayed', 'voting', 'rejected', 'cancelled',
                                 'lapsed'));
alter table proposal drop constraint ended_says_why;
alter table proposal add constraint ended_says_why check (
    (num_nulls(ended_at, reason) = 0) = (state in ('enacted', 'rejected', 'cancelled', 'expired', 'lapsed'))
    and num_nulls(ended_at, reason) in (0, 2));

alter table schedule drop constraint schedule_kind_check;
alter table schedule add constraint schedule_kind_check check (kind in ('lapse', 'start-voting', 'end-timelock', 'expire'));

-- Who stands behind a proposal, by which act.
create table sponsorship (
    proposal text not null references proposal,
    member   text not null check (member ~ '^[0-9a-f]{64}$'),
    act      text not null unique check (act ~ '^[0-9a-f]{64}$'),
    at       timestamptz not null,
    primary key (proposal, member)
);
