-- How a proposal's actions are enacted: each for itself, one after the other, or all together or none.
alter table proposal
    add column enact text not null default 'each' check (enact in ('each', 'together'));

-- What the actions of a decision were found to be, by the constitution in force when it passed.
alter table proposal add column checked text;

-- What is set aside for a proposal's actions before they are enacted.
create table commitment (
    proposal text primary key references proposal,
    actions  text not null,
    standing text not null check (standing in ('due', 'held', 'refused', 'released')),
    detail   text not null,
    at       timestamptz not null
);
