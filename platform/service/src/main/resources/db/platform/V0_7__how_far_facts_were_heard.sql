-- How far each partition of a topic was applied, beside what was applied: a database that is restored knows what it has not heard,
-- whatever Kafka says. Of what was set aside since somebody last had it applied again, the first.
create table intake_position (
    topic text not null,
    partition integer not null,
    next_offset bigint not null check (next_offset >= 0),
    first_dead bigint check (first_dead >= 0),
    primary key (topic, partition)
);

-- Where facts were applied before this table was there, Kafka alone knows how far. One row says so, of no topic.
insert into intake_position (topic, partition, next_offset) select '', 0, 0 where exists (select 1 from inbox);
