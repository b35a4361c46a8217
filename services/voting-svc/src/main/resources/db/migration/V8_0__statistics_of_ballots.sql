-- While a poll grows PostgreSQL looks again and again which values its columns have, so as to plan questions. Rows are chosen
-- by few of them, for which a small sample does; to sort samples of payloads, signatures and hashes cost ten times as much.
alter table ballot
    alter column poll_no set statistics 10,
    alter column number set statistics 10,
    alter column member set statistics 10,
    alter column seq set statistics 10,
    alter column act set statistics 0,
    alter column choice set statistics 0,
    alter column power set statistics 0,
    alter column accepted_at set statistics 0,
    alter column suite set statistics 0,
    alter column signature set statistics 0,
    alter column payload set statistics 0;
