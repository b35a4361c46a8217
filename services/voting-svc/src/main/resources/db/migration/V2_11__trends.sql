
-- What a policy remembers from poll to poll: as it stood when a poll opened, and as the poll's decision left it. Both are
-- exact fractions by name, as JSON.
alter table poll add column policy text;
alter table poll add column trends text;
alter table poll add column trends_after text;

create index poll_remembered on poll (community, policy, ended_at desc, no desc) where trends_after is not null;
