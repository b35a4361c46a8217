-- Transactions of many legs, holds, reversals, states of accounts, and a journal of blocks. In the tables that grow, ledgers
-- and accounts are called by numbers: their names would be most of every row.

alter table ledger add column no bigint generated always as identity;
alter table ledger add constraint ledger_no unique (no);
alter table ledger add column last_block bigint not null default 0 check (last_block >= 0);
alter table ledger add column head bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'
    check (octet_length(head) = 32);

alter table asset add column kind text not null default 'external'
    check (kind in ('external', 'currency', 'mutual-credit', 'shares', 'control'));
alter table asset add column line numeric(38, 0) check (line is null or line >= 0 and kind = 'mutual-credit');

alter table account add column no bigint generated always as identity;
alter table account add constraint account_no unique (no);
-- Room for the next version of a row on its page: counters change all the time, and no index has them.
alter table account set (fillfactor = 60);

-- What was posted together, as one Merkle tree. It gets its number when everything before it has one, after the commit, so
-- that nobody who moves money waits for a number. Its own key is given while its accounts are locked: of two blocks
-- that touch the same account, the later one has the higher.
create table block (
    no bigint generated always as identity primary key,
    ledger bigint not null,
    root bytea not null check (octet_length(root) = 32),
    lines integer not null check (lines > 0),
    moves integer not null check (moves between 0 and lines),
    at timestamptz not null,
    number bigint check (number > 0),
    first_entry bigint check (first_entry > 0), -- of its movements; the one it would have, if it has none
    head bytea check (octet_length(head) = 32), -- binds it to all blocks before it
    constraint block_numbered check ((number is null) = (first_entry is null) and (number is null) = (head is null)),
    constraint block_number_once unique (ledger, number)
);
create index block_entry on block (ledger, first_entry);
create index block_waiting on block (ledger, no) where number is null;

alter table transfer rename to old_transfer;
alter table old_transfer rename constraint transfer_pkey to old_transfer_pkey;
drop trigger transfer_is_final on old_transfer;
drop trigger transfers_are_final on old_transfer;

-- One row for each leg. The first outcome for an id is final, also when it is a refusal. No foreign keys: they would cost
-- more than all the rest, and whoever writes here holds the rows of the accounts.
create table transfer (
    ledger bigint not null,
    id bytea not null check (octet_length(id) = 32),
    leg smallint not null check (leg between 0 and 63),
    code text not null constraint transfer_code_check check (code in (
        'opening', 'decided', 'deposited', 'refunded', 'burned', 'forfeited', 'issued', 'retired', 'paid', 'reversed',
        'held', 'settled', 'voided', 'expired', 'turned')),
    debit bigint,
    credit bigint,
    amount numeric(38, 0) constraint transfer_amount_check check (amount > 0),
    asked text, -- the amount as it was written, if it stands in no other part of the row
    cause bytea not null check (octet_length(cause) = 32),
    memo text not null,
    at timestamptz not null,
    block bigint,
    line integer check (line >= 0),
    move integer check (move >= 0), -- its place among the movements of its block
    parts text, -- what was asked, if the row does not say it
    refusal text,
    detail text,
    reverses bytea,
    primary key (ledger, id, leg),
    constraint transfer_line_once unique (block, line),
    constraint transfer_outcome check (
        block is not null and line is not null and refusal is null and detail is null and debit is not null
            and (code = 'turned' or credit is not null and amount is not null)
        or block is null and line is null and move is null and refusal is not null and detail is not null and parts is not null),
    constraint transfer_moves check (debit <> credit)
);
create index transfer_debit on transfer (debit, block) where block is not null;
create index transfer_credit on transfer (credit, block) where block is not null;
create unique index transfer_reversed_once on transfer (ledger, reverses) where reverses is not null and leg = 0 and block is not null;

create table hold (
    ledger bigint not null,
    id bytea not null check (octet_length(id) = 32),
    debit bigint not null references account (no),
    credit bigint not null references account (no),
    amount numeric(38, 0) not null check (amount > 0),
    settled numeric(38, 0) not null,
    deadline timestamptz not null,
    state text not null check (state in ('held', 'settled', 'voided', 'expired')),
    primary key (ledger, id),
    constraint hold_settled check (settled between 0 and amount)
);
create index hold_due on hold (ledger, deadline) where state = 'held';

-- What ended has ended.
create function hold_ends_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'held' or new.settled < old.settled then
        raise exception 'a hold ends once';
    end if;
    return new;
end $$;
create trigger hold_ends_once before update on hold for each row execute function hold_ends_once();

-- What was posted before is one block for each transfer.
insert into block (ledger, root, lines, moves, at)
    select l.no, sha256(('v1 ' || t.id)::bytea), 1, 1, t.at
    from old_transfer t join ledger l using (community) where t.entry is not null order by l.no, t.entry;
insert into transfer (ledger, id, leg, code, debit, credit, amount, asked, cause, memo, at, block, line, move)
    select l.no, decode(t.id, 'hex'), 0, t.code, d.no, c.no, t.amount, t.asked, decode(t.cause, 'hex'), t.memo, t.at, b.no, 0, 0
    from old_transfer t join ledger l using (community)
        join account d on d.community = t.community and d.name = t.debit and d.asset = t.asset
        join account c on c.community = t.community and c.name = t.credit and c.asset = t.asset
        join block b on b.ledger = l.no and b.root = sha256(('v1 ' || t.id)::bytea)
    where t.entry is not null;
insert into transfer (ledger, id, leg, code, cause, memo, at, refusal, detail, parts)
    select l.no, decode(t.id, 'hex'), 0, t.code, decode(t.cause, 'hex'), t.memo, t.at, t.refusal, t.detail,
        json_build_object('code', t.code, 'debit', t.debit, 'credit', t.credit, 'asset', t.asset, 'amount', t.asked,
            'legs', '1', 'cause', t.cause, 'memo', t.memo)::text
    from old_transfer t join ledger l using (community) where t.entry is null;
update ledger set last_entry = 0; -- the blocks are numbered when the service starts
drop table old_transfer;

create trigger transfer_is_final before update or delete on transfer
    for each row execute function transfer_is_final();
create trigger transfers_are_final before truncate on transfer
    for each statement execute function transfer_is_final();

create function block_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.number is null and (new.no, new.ledger, new.root, new.lines, new.moves, new.at)
            is not distinct from (old.no, old.ledger, old.root, old.lines, old.moves, old.at) then
        return new;
    end if;
    raise exception 'a block is never changed or removed';
end $$;
create trigger block_is_final before update or delete on block for each row execute function block_is_final();
create trigger blocks_are_final before truncate on block for each statement execute function transfer_is_final();

-- What members signed to pay: an act, and the lines that it names by their hash, if it has any.
create table payment_act (
    act bytea primary key check (octet_length(act) = 32),
    ledger bigint not null,
    suite text not null,
    signature bytea not null,
    payload bytea not null,
    lines bytea,
    at timestamptz not null
);
