-- A limit of a policy is about proposals under it. What is decided by a proposal whose submission was not heard of yet waits
-- for that, as it waits for a community's founding.
alter table early_enactment add column proposal text;
update early_enactment set proposal = event::jsonb ->> 'proposal';
alter table early_enactment alter column proposal set not null;
create index early_enactment_proposal on early_enactment (community, proposal);
