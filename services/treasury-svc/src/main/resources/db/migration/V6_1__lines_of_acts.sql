-- An act that names no lines has none: the same whoever wrote it down.
update payment_act set lines = '' where lines is null;
alter table payment_act alter column lines set default '';
alter table payment_act alter column lines set not null;
