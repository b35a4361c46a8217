-- An account is looked up by community, name and asset. Until statistics are first taken this index seemed as good for that
-- as the table's key, and each look-up read all accounts of the asset. Now only those who want them all can use it.
drop index account_of_asset;
create index account_of_asset on account ((community || ' ' || asset), no);
