-- An author may have to put something down before the proposal is voted on. Until the treasury has it, the proposal waits.
alter table proposal drop constraint proposal_state_check;
alter table proposal add constraint proposal_state_check check (
    state in ('draft', 'depositing', 'sponsoring', 'submitted', 'delayed', 'voting', 'timelocked', 'enacting', 'failed',
              'enacted', 'rejected', 'cancelled', 'expired', 'lapsed'));
alter table proposal drop constraint only_some_lack_a_poll;
alter table proposal add constraint only_some_lack_a_poll check (
    poll is not null or state in ('draft', 'depositing', 'sponsoring', 'rejected', 'cancelled', 'lapsed'));
alter table proposal drop constraint undecided_has_none;
alter table proposal add constraint undecided_has_none check (
    eta is null or state not in ('draft', 'depositing', 'sponsoring', 'submitted', 'delayed', 'voting', 'rejected',
                                 'cancelled', 'lapsed'));

-- What was put down for a proposal, and where it is. Amounts are minor units.
create table deposit (
    proposal  text primary key references proposal,
    asset     text not null,
    scale     smallint not null check (scale between 0 and 18),
    amount    numeric(38, 0) not null check (amount > 0),
    standing  text not null check (standing in ('due', 'held', 'refused', 'released', 'settled')),
    fate      text check (fate in ('refund', 'burn', 'treasury')),
    part      numeric(38, 0) check (part between 0 and amount),
    refunded  numeric(38, 0) check (refunded >= 0),
    burned    numeric(38, 0) check (burned >= 0),
    forfeited numeric(38, 0) check (forfeited >= 0),
    constraint release_is_whole check (num_nulls(fate, part) in (0, 2)),
    constraint released_says_what check (standing not in ('released', 'settled') or fate is not null),
    constraint settlement_is_whole check (num_nulls(refunded, burned, forfeited) in (0, 3)),
    constraint settled_says_where check ((refunded is not null) = (standing = 'settled')),
    constraint nothing_is_lost check (refunded + burned + forfeited = amount)
);
