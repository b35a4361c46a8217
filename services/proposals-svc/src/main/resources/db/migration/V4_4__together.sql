-- How a proposal's actions are enacted: each for itself, one after the other, or all together or none.
alter table proposal
    add column enact text not null default 'each' check (enact in ('each', 'together'));

-- What the actions of a decision were found to be, by the constitution in force when it passed.
alter table proposal add column checked text;
