-- What is issued in a period is kept by the period's first day as well, so that an amended zone gives no second cap in the same
-- period. What is here is added up from the journal again.
delete from issued;
alter table issued drop column since;
alter table issued add column first_day date not null;
alter table issued add primary key (community, asset, first_day);
