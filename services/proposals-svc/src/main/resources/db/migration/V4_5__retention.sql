-- The place in the community's journal that was known when a proposal was submitted whose policy asks how many shares are left.
create table retention (
    proposal text primary key references proposal,
    place bigint not null check (place >= 0)
);
