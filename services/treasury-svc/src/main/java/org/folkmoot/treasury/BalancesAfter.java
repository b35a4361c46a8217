// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.BalanceAfter;

/**
 * What was left of the accounts that payments were made out of, right after each of them, for whoever asks again. It is counted
 * back from what they hold now, through what moved since: of two blocks that touch the same account the later has the
 * higher key, whether they have their numbers yet or not. So nothing about it is kept, and nobody is kept waiting for it.
 */
@ApplicationScoped
public class BalancesAfter {
    private static final String AFTER = """
            with paid as (select t.id, t.debit as no, t.block, max(t.line) as line
                    from transfer t where t.ledger = (select no from ledger where community = ?) and t.id = any (?)
                        and t.code in ('paid', 'spent') and t.block is not null group by t.id, t.debit, t.block),
                since as (select no, min(block) as block from paid group by no),
                moved as (
                    select s.no, t.block, t.line, -t.amount as amount from since s join transfer t on t.debit = s.no
                        and t.block >= s.block where t.block is not null and t.move is not null
                    union all
                    select s.no, t.block, t.line, t.amount from since s join transfer t on t.credit = s.no
                        and t.block >= s.block where t.block is not null and t.move is not null),
                later as (select no, block, line, sum(amount) over (partition by no order by block desc, line desc) - amount
                    as amount from moved)
            select p.id, x.code, x.scale, a.credits_posted - a.debits_posted - l.amount
            from paid p join later l on (l.no, l.block, l.line) = (p.no, p.block, p.line) join account a on a.no = p.no
                join asset x on x.community = a.community and x.code = a.asset
            order by p.id, x.code""";

    private final Sql sql;

    BalancesAfter(DataSource database) {
        this.sql = new Sql(database);
    }

    private record Found(Hash payment, BalanceAfter balance) {}

    /** What was left after each of these, which were paid or spent and are committed; nothing of one that was refused. */
    @Transactional(TxType.SUPPORTS)
    public Map<Hash, List<BalanceAfter>> of(Hash community, Collection<Hash> payments) {
        var balances = new HashMap<Hash, List<BalanceAfter>>();
        sql.each(
                AFTER,
                BalancesAfter::found,
                found -> balances.computeIfAbsent(found.payment, _ -> new ArrayList<>())
                        .add(found.balance),
                community.hex(),
                Sql.hashes(payments));
        return balances;
    }

    private static Found found(ResultSet row) throws SQLException {
        var asset = new Asset(row.getString(2), row.getInt(3), Optional.empty());
        return new Found(new Hash(row.getBytes(1)), new BalanceAfter(asset, Sql.whole(row, 4)));
    }
}
