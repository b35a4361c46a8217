-- Escrows, and more kinds of movement. The words for kinds of movement are those of the code that writes them.
alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check check (
    kind in ('issuance', 'declared', 'member', 'deposit', 'escrow'));
alter table transfer drop constraint transfer_code_check;
alter table transfer add constraint transfer_code_check check (code ~ '^[a-z]+$');
