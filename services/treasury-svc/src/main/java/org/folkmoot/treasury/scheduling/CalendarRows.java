// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.domain.scheduling.Debt;
import org.folkmoot.treasury.domain.scheduling.Envelope;
import org.folkmoot.treasury.domain.scheduling.Key;

/** Looks up what is shown of calendars. */
@ApplicationScoped
class CalendarRows {
    private static final String LAST = "select t.kind, t.name, t.day, t.asset, t.state, t.amount, t.reason, t.detail";
    private static final String OF = " from schedule s join calendar_turn t using (community, kind, name, day) ";

    private final Sql sql;
    private final Clock clock;

    CalendarRows(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** The last period of a schedule. */
    record Last(
            Key key,
            LocalDate day,
            String asset,
            String state,
            BigInteger amount,
            Optional<String> reason,
            Optional<String> detail) {}

    /** An envelope in its last period. */
    record Budget(Last turn, Instant starts, Instant ends, Envelope envelope) {}

    /** A debt and what became of it. */
    record Due(Debt debt, Optional<Instant> again, Optional<Instant> paidAt, Optional<Hash> transfer) {}

    /** The last of a page of debts. */
    record Place(LocalDate day, String name, Hash member) {}

    /** The last period of every schedule. */
    List<Last> last(Hash community) {
        return sql.all(LAST + OF + "where community = ?", CalendarRows::last, community.hex());
    }

    /** Envelopes by name. */
    List<Budget> budgets(Hash community, String after, int most) {
        return sql.all(
                LAST + ", t.starts, t.ends, t.debits, t.credits, a.debits_posted, a.credits_posted, "
                        + AccountStore.PENDING
                        + OF
                        + """
                        join account a on a.community = s.community and a.name = t.name and a.asset = t.asset
                        where s.community = ? and s.kind = 'budget' and s.name > ? and t.debits is not null
                        order by s.name limit ?""",
                CalendarRows::budget,
                clock.instant(),
                community.hex(),
                after,
                most);
    }

    /** Debts of all members or of one, by period, dues and member. */
    List<Due> dues(Hash community, Optional<Hash> member, Optional<Place> after, int most) {
        var where = new ArrayList<Object>(List.of(community.hex()));
        var text = new StringBuilder("select ")
                .append(DebtStore.COLUMNS)
                .append(", again, paid_at, transfer from due")
                .append(" where community = ?");
        member.ifPresent(one -> {
            text.append(" and member = ?");
            where.add(one.bytes());
        });
        after.ifPresent(place -> {
            text.append(" and (day, name, member) > (?, ?, ?)");
            where.addAll(List.of(place.day(), place.name(), place.member().bytes()));
        });
        where.add(most);
        return sql.all(
                text.append(" order by day, name, member limit ?").toString(),
                row -> due(community, row),
                where.toArray());
    }

    private static Last last(ResultSet row) throws SQLException {
        return new Last(
                new Key(CalendarStore.kind(row.getString(1)), row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                Sql.whole(row, 6),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)));
    }

    private static Budget budget(ResultSet row) throws SQLException {
        var last = last(row);
        return new Budget(
                last,
                Sql.instant(row, 9),
                Sql.instant(row, 10),
                Envelope.of(
                        Sql.whole(row, 11),
                        Sql.whole(row, 12),
                        last.amount(),
                        Sql.whole(row, 13),
                        Sql.whole(row, 14),
                        Sql.whole(row, 15)));
    }

    private static Due due(Hash community, ResultSet row) throws SQLException {
        return new Due(
                DebtStore.debt(community, row),
                moment(row, 11),
                moment(row, 12),
                Optional.ofNullable(row.getBytes(13)).map(Hash::new));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(Sql.instant(row, column));
    }
}
