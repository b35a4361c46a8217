-- When each community was looked at last: terms of office end and members become old enough without any change of membership.
alter table drift_look add column looked_at timestamptz not null default 'epoch';
