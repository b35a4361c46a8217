// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** Checks a community's whole ledger against its journal, by asking the database alone. */
record Audit(DataSource database, Hash community) {
    void check() {
        assertThat(ask("select last_entry from ledger where community = ?"))
                .singleElement()
                .satisfies(last -> assertThat(ask(
                                "select entry from transfer where community = ? and entry is not null order by entry"))
                        .as("the journal has no gap")
                        .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList()));
        assertThat(
                        ask(
                                "select sum(debits_posted) - sum(credits_posted) from account where community = ? group by asset"))
                .as("what left accounts came to others")
                .allMatch(difference -> difference == 0);
        assertThat(ask("""
                        select 1 from account a where community = ? and (debits_posted, credits_posted) <> (
                            select coalesce(sum(amount) filter (where debit = a.name), 0),
                                   coalesce(sum(amount) filter (where credit = a.name), 0)
                            from transfer t
                            where t.community = a.community and t.asset = a.asset and t.entry is not null)""")).as("the journal from empty gives every counter").isEmpty();
        assertThat(ask("""
                        select 1 from account where community = ? and (
                            credits_posted - debits_posted - debits_pending < floor
                            or credits_posted - debits_posted + credits_pending > ceiling)""")).as("every account is within its limits").isEmpty();
        assertThat(ask("""
                        select 1 from asset s join account a on a.community = s.community and a.asset = s.code
                        where s.community = ? and a.kind = 'issuance' and a.debits_posted - a.credits_posted > s.cap""")).as("no more is issued than may be").isEmpty();
    }

    private List<Long> ask(String sql) {
        return new Sql(database).all(sql, row -> row.getLong(1), community.hex());
    }
}
