// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.treasury.domain.Commitment;
import org.folkmoot.treasury.domain.forecasting.Asked;

/** What the database adds up itself, by indexes that have open things only. */
@ApplicationScoped
class ForecastRows {
    private final Sql sql;

    ForecastRows(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Amounts that are set aside: by proposals, or for others until a deadline. */
    record SetAside(boolean committed, BigInteger amount) {}

    /** What each of the community's own accounts that are asked about holds; a constitution has some hundred at most. */
    List<BigInteger> own(Asked asked) {
        return sql.all(
                """
                select credits_posted - debits_posted from account
                where community = ? and asset = ? and kind = 'declared' and (?::text is null or name = ?)""",
                ForecastRows::amount,
                asked.community().hex(),
                asked.asset().code(),
                asked.account(),
                asked.account());
    }

    /** The names of the community's own accounts that are asked about. */
    List<String> names(Asked asked) {
        return sql.all(
                """
                select name from account
                where community = ? and asset = ? and kind = 'declared' and (?::text is null or name = ?)""",
                row -> row.getString(1),
                asked.community().hex(),
                asked.asset().code(),
                asked.account(),
                asked.account());
    }

    /** What is set aside and would leave what is asked about: from one own account to another it leaves the one only. */
    List<SetAside> setAside(Asked asked, Instant now) {
        return sql.all(
                """
                select h.deadline = ?, sum(h.amount - h.settled)
                from account a join hold h on h.debit = a.no and h.state = 'held' join account c on c.no = h.credit
                where a.community = ? and a.asset = ? and a.kind = 'declared' and h.deadline > ?
                    and case when ?::text is null then c.kind <> 'declared' else a.name = ? end
                group by 1""",
                row -> new SetAside(row.getBoolean(1), Sql.whole(row, 2)),
                Commitment.UNTIL,
                asked.community().hex(),
                asked.asset().code(),
                now,
                asked.account(),
                asked.account());
    }

    /** Payments to the outside that wait to be paid. */
    BigInteger payouts(Asked asked) {
        return payouts(asked, "p.state = 'ordered'");
    }

    /** Payments to the outside that came to nothing, and whose money could not go back yet. */
    BigInteger returning(Asked asked) {
        return payouts(asked, "p.state in ('failed', 'expired')");
    }

    private BigInteger payouts(Asked asked, String state) {
        return one(
                "select coalesce(sum(p.amount), 0) from payout p where p.community = ? and p.asset = ? and p.transfer is null"
                        + " and (?::text is null or p.debit = ?) and "
                        + state,
                asked);
    }

    /** Dues that members owe. */
    BigInteger owed(Asked asked) {
        return one("""
                select coalesce(sum(amount), 0) from due where community = ? and asset = ? and paid_at is null
                    and (?::text is null or recipient = ?)""", asked);
    }

    /** Withdrawals that some attest and not enough do; of what they say about one, the most. */
    BigInteger unconfirmed(Asked asked) {
        return sql.first(
                        """
                        select coalesce(sum(said.amount), 0) from (
                            select max((w.parts::json ->> 'amount')::numeric) as amount
                            from attestation t join attester w on w.attestation = t.id and not w.corrected
                            where t.community = ? and t.state = 'open' and t.kind = 'withdrawal' and t.asset = ?
                                and (?::text is null or w.parts::json ->> 'account' = ?)
                            group by t.id) said""",
                        row -> row.getBigDecimal(1)
                                .movePointRight(asked.asset().scale())
                                .toBigIntegerExact(),
                        asked.community().hex(),
                        asked.asset().code(),
                        asked.account(),
                        asked.account())
                .orElse(BigInteger.ZERO);
    }

    private BigInteger one(String text, Asked asked) {
        return sql.first(
                        text,
                        ForecastRows::amount,
                        asked.community().hex(),
                        asked.asset().code(),
                        asked.account(),
                        asked.account())
                .orElse(BigInteger.ZERO);
    }

    private static BigInteger amount(ResultSet row) throws SQLException {
        return Sql.whole(row, 1);
    }
}
