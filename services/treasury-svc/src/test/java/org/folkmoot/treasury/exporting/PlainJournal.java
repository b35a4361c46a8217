// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** A journal of a community of its own, written as plainly as can be: as long as a test wishes, with roots of nothing. */
final class PlainJournal {
    private final Hash community = Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    private final DataSource database;

    PlainJournal(DataSource database) {
        this.database = database;
        sql("insert into ledger (community) values (?)");
        sql("insert into asset (community, code, scale) values (?, 'SKR', 2)");
        for (var name : List.of("treasury", "harbour")) sql("""
                    insert into account (community, name, asset, kind, state, debits_posted, credits_posted, debits_pending,
                        credits_pending, opened_at)
                    values (?, '%s', 'SKR', 'declared', 'open', 0, 0, 0, 0, now())""".formatted(name));
    }

    Hash community() {
        return community;
    }

    /** Adds blocks of so many movements each. */
    void add(int blocks, int lines, String memo) {
        for (int i = 0; i < blocks; i++) {
            sql("update ledger set last_block = last_block + 1, last_entry = last_entry + %d where community = ?"
                    .formatted(lines));
            sql("""
                    with b as (insert into block (ledger, root, lines, moves, at, number, first_entry, head)
                        select no, sha256('root'), %1$d, %1$d, '2026-11-20T10:00:00Z', last_block, last_entry - %1$d + 1, sha256('head')
                        from ledger where community = ? returning no, ledger, number)
                    insert into transfer (ledger, id, leg, code, debit, credit, amount, cause, memo, at, block, line, move)
                    select b.ledger, sha256((b.number || '/' || i)::bytea), 0, 'decided', d.no, c.no, 100 + i, sha256('why'), '%2$s',
                        '2026-11-20T10:00:00Z', b.no, i, i
                    from b join ledger l on l.no = b.ledger cross join generate_series(0, %1$d - 1) as i
                        join account d on d.community = l.community and d.name = 'treasury'
                        join account c on c.community = l.community and c.name = 'harbour'""".formatted(lines, memo));
        }
    }

    private void sql(String statement) {
        new Sql(database).update(statement, community.hex());
    }
}
