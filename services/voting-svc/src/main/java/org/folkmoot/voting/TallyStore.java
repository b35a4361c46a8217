// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Groups;

/** Ballots grouped by choice, and by power where they may not be mixed. Of a member's ballots the last counts; where only first ones do, no other was accepted. */
@ApplicationScoped
public class TallyStore {
    private static final String EACH = "case when ? then null else power end as each";

    /** All ballots in the order in which they lie there, and off again those of the few who voted more than once. */
    private static final String ALL = """
            with counted as (
                select choice, count(*) as ballots, sum(power) as power, %1$s from ballot
                where poll_no = ? and number <= ? group by choice, each
                union all
                select choice, -count(*), -sum(power), %1$s from (
                    select choice, power, row_number() over (partition by member order by seq desc) as place
                    from ballot join revoter using (poll_no, member) where poll_no = ? and number <= ?) as theirs
                where place > 1 group by choice, each)
            select choice, sum(ballots), sum(power) from counted group by choice, each""".formatted(EACH);

    /** What the ballots from one number to another change: they count, and what they replace does not count any more. */
    private static final String CHANGE = """
            with fresh as (
                select member, seq, choice, power, exists (
                    select from revoter where poll_no = ballot.poll_no and member = ballot.member) as again
                from ballot where poll_no = ? and number > ? and number <= ?),
            last as (
                select again.member, latest.choice, latest.power
                from (select distinct member from fresh where again) as again, lateral (
                    select choice, power from ballot
                    where poll_no = ? and member = again.member and number <= ? order by seq desc limit 1) as latest),
            change as (
                select choice, 1 as ballots, power from fresh where not again
                union all
                select choice, 1, power from last
                union all
                select replaced.choice, -1, -replaced.power from last, lateral (
                    select choice, power from ballot
                    where poll_no = ? and member = last.member and number <= ? order by seq desc limit 1) as replaced)
            select choice, sum(ballots), sum(power) from change
            group by choice, case when ? then null else abs(power) end""";

    private static final String OF_SOME = """
            select choice, -count(*), -sum(power)
            from (select distinct on (member) choice, power from ballot
                where poll_no = ? and number <= ? and member = any (?) order by member, seq desc) as last
            group by choice, case when ? then null else power end""";

    private static final String LATEST = """
            select distinct on (member) member, choice from ballot
            where poll_no = ? and number <= ? and member = any (?) order by member, seq desc""";

    private static final String FRESH = """
            select distinct on (member) member, choice from ballot
            where poll_no = ? and number > ? and number <= ? order by member, seq desc""";

    private record Cast(Hash member, String choice) {}

    private static final Sql.Row<Cast> CAST_ROW = row -> new Cast(new Hash(row.getBytes(1)), row.getString(2));

    private record Change(String choice, long ballots, BigDecimal power) {}

    private static final Sql.Row<Change> CHANGE_ROW =
            row -> new Change(row.getString(1), row.getLong(2), row.getBigDecimal(3));

    private final Sql sql;

    TallyStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** How many ballots a poll has accepted, counting or not. */
    @Transactional(TxType.SUPPORTS)
    public long accepted(long pollNo) {
        return sql.first("select coalesce(max(number), 0) from ballot where poll_no = ?", row -> row.getLong(1), pollNo)
                .orElseThrow();
    }

    /** Brings groups that know a poll's ballots up to one number to a later number. */
    @Transactional
    public void advance(Groups groups, long pollNo, long from, long to) {
        boolean mixed = groups.mixed();
        if (from == 0) sql.each(ALL, CHANGE_ROW, change -> apply(groups, change), mixed, pollNo, to, mixed, pollNo, to);
        else
            sql.each(
                    CHANGE,
                    CHANGE_ROW,
                    change -> apply(groups, change),
                    pollNo,
                    from,
                    to,
                    pollNo,
                    to,
                    pollNo,
                    from,
                    mixed);
    }

    /** Takes the ballots of some members out of groups that know a poll's ballots up to a number. */
    @Transactional
    public void remove(Groups groups, long pollNo, long to, List<Hash> members) {
        sql.each(OF_SOME, CHANGE_ROW, change -> apply(groups, change), pollNo, to, Sql.hashes(members), groups.mixed());
    }

    /** Keeps whose ballots were taken out for good. */
    @Transactional(TxType.MANDATORY)
    public void strike(long pollNo, List<Hash> members) {
        sql.update(
                "insert into struck (poll_no, member) select ?, * from unnest(?) on conflict do nothing",
                pollNo,
                Sql.hashes(members));
    }

    /** Gives the ballots of some members that count, of those up to a number. */
    @Transactional
    public void latest(long pollNo, long to, List<Hash> members, BiConsumer<Hash, String> each) {
        sql.each(LATEST, CAST_ROW, cast -> each.accept(cast.member(), cast.choice()), pollNo, to, Sql.hashes(members));
    }

    /** Gives the ballots that count of those who voted behind a number, up to another. */
    @Transactional
    public void fresh(long pollNo, long from, long to, BiConsumer<Hash, String> each) {
        sql.each(FRESH, CAST_ROW, cast -> each.accept(cast.member(), cast.choice()), pollNo, from, to);
    }

    private static void apply(Groups groups, Change change) {
        groups.add(change.choice(), change.ballots(), change.power().toBigIntegerExact());
    }
}
