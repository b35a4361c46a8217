alter table sample add column more text not null default '';
