-- How far support had come when a poll was looked at last, as a sentence, where its policy asks for support that lasts.
alter table poll add column conviction text;
