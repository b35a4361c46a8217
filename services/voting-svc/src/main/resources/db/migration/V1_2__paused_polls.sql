-- A poll that could go on and does not, because a plugin of a third party is not there or gives no answer. Since
-- asking_since its plugins are asked: if the process ends before they have answered, the next one knows why, and does not
-- ask them again at once.
alter table poll
    add column asking_since timestamptz,
    add column pause_reason text,
    add column paused_since timestamptz,
    add column paused_until timestamptz,
    add column pause_failures integer not null default 0 check (pause_failures >= 0),
    add check ((pause_reason is null) = (paused_since is null) and (pause_reason is null) = (paused_until is null)),
    add check (state in ('waiting', 'open') or (pause_reason is null and asking_since is null));
