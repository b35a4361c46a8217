-- A key is an Ed25519 key, a passkey's compressed point or a wallet's address: 32, 33 or 20 bytes.
alter table known_member
    drop constraint known_member_key_check,
    add constraint known_member_key_check check (octet_length(key) in (20, 32, 33));
