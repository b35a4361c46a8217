-- Who delegated where that was each one's own business did so under that promise, whatever is amended later. Of what was made
-- before this column nobody knows any more: what is in force decides, as it did.
alter table delegation add column hidden boolean not null default false;
create index delegation_hidden on delegation (community, body) where hidden;
