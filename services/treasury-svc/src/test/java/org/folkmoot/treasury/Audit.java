// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** Checks a community's whole ledger against its journal, by asking the database alone. */
record Audit(DataSource database, Hash community) {
    private static final String BLOCKS = "from block b join ledger l on l.no = b.ledger where l.community = ? ";

    void check() {
        none("a block waits for its number", "select b.no " + BLOCKS + "and b.number is null");
        journal();
        none("what left accounts did not come to others", """
                select 1 from account where community = ? group by asset having
                    sum(debits_posted) <> sum(credits_posted)""");
        none("the journal from empty does not give every counter", """
                select a.no from account a where community = ? and (debits_posted, credits_posted) <> (
                    select coalesce(sum(amount) filter (where debit = a.no), 0),
                           coalesce(sum(amount) filter (where credit = a.no), 0)
                    from transfer t where (t.debit = a.no or t.credit = a.no) and t.move is not null)""");
        none("the holds do not give what is set aside", """
                select h.id from hold h join ledger l on l.no = h.ledger where l.community = ? and h.amount <> (
                    select case h.state when 'held' then h.amount - h.settled else 0 end
                        + coalesce(sum(t.amount) filter (where t.code in ('settled', 'voided', 'expired')), 0)
                    from transfer t where t.ledger = h.ledger and t.debit = h.debit and t.credit = h.credit
                        and (select p.parts::json ->> 'hold' from transfer p
                            where p.ledger = t.ledger and p.id = t.id and p.leg = 0) = encode(h.id, 'hex'))""");
        none("what was charged is not what was paid", """
                select 1 from ledger l where l.community = ? and (
                    select coalesce(sum(t.amount), 0) from transfer t
                    where t.ledger = l.no and t.code = 'charged' and t.move is not null) <> (
                    select coalesce(sum(d.amount), 0) from due d where d.community = l.community and d.paid_at is not null)""");
        none("an account is beyond its limits", """
                select 1 from account where community = ? and (
                    credits_posted - debits_posted - debits_pending < floor
                    or credits_posted - debits_posted + credits_pending > ceiling)""");
        none("more is issued than may be", """
                select 1 from asset s join account a on a.community = s.community and a.asset = s.code
                where s.community = ? and a.kind = 'issuance' and a.debits_posted - a.credits_posted > s.cap""");
    }

    private void journal() {
        none("the blocks have a gap", """
                select number from (select b.number, row_number() over (order by b.number) as place,
                    b.first_entry, 1 + sum(b.moves) over (order by b.number) - b.moves as expected
                %s) as numbered where number <> place or first_entry <> expected""".formatted(BLOCKS));
        none("the ledger does not know its last block", """
                select 1 from ledger where community = ? and (last_block, last_entry) <> (
                    select count(*), coalesce(sum(moves), 0) from block where ledger = ledger.no)""");
        none("a block has not the lines that it says", """
                select b.no %s and (b.lines, b.moves) <> (
                    select count(*), count(move) from transfer t where t.block = b.no)""".formatted(BLOCKS));
    }

    private void none(String fault, String sql) {
        assertThat(new Sql(database).all(sql, row -> row.getString(1), community.hex()))
                .as(fault)
                .isEqualTo(List.of());
    }
}
