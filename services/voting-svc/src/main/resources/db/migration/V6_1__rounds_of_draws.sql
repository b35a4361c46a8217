-- When each round of a draw was held. Of rounds that were over before this only the first and the last are known.
create table draw_round (
    draw_no bigint not null references draw,
    round integer not null check (round > 0),
    opens_at timestamptz not null,
    reveals_at timestamptz not null check (reveals_at > opens_at),
    closes_at timestamptz not null check (closes_at > reveals_at),
    primary key (draw_no, round)
);

insert into draw_round (draw_no, round, opens_at, reveals_at, closes_at)
select no, round, round_opens_at, reveals_at, closes_at from draw
union all
select no, 1, opened_at, opened_at + (reveals_at - round_opens_at), opened_at + (closes_at - round_opens_at)
from draw where round > 1;
