-- Why what comes next was not taken when it was last tried, for whoever runs the service.
alter table webhook add column fault text not null default '';
