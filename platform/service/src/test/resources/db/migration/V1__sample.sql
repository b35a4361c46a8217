create table sample (
    id bigint generated always as identity primary key,
    words text not null unique
);

create table numbered (
    stream text not null,
    number bigint not null,
    primary key (stream, number)
);
