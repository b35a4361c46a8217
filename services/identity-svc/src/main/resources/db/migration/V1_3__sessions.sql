-- The keys that sign the tokens of sessions. The newest signs; an older one is kept until its last token has ended.
create table session_key (
    kid text primary key,
    seed bytea not null check (octet_length(seed) = 32),
    made_at timestamptz not null
);

-- Challenges that opened a session, until nobody could use them any more.
create table used_challenge (
    challenge bytea primary key check (octet_length(challenge) = 40),
    until timestamptz not null
);

create index used_challenge_until on used_challenge (until);
