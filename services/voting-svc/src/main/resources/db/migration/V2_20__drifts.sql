-- Rules of the constitution in force that cannot be met any more, or soon cannot.
create table drift (
    community bytea not null,
    path      text not null,
    policy    text not null,
    state     text not null check (state in ('near', 'unreachable')),
    reason    text not null,
    since     timestamptz not null,
    primary key (community, path)
);

-- As of what each community was looked at last. Transfers matter only where a body asks for balances.
create table drift_look (
    community    bytea primary key,
    constitution bytea not null,
    position     bigint not null,
    place        bigint not null,
    balances     boolean not null
);
