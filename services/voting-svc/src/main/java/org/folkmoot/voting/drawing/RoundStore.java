// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;

/** Reads the rounds of draws, those that are over, too. */
@ApplicationScoped
class RoundStore {
    /** Whoever kept a value back is in the round in which they did, and in none behind it. */
    private static final String PAGE = """
            select member, withheld_in, commitment, value, committed_at, revealed_at, wanted.round, opens_at, reveals_at,
                closes_at
            from generate_series(?::int, ?::int) as wanted (round)
            join draw_committer on draw_no = ? and (withheld_in is null or withheld_in >= wanted.round)
            left join draw_round using (draw_no, round)
            left join draw_value using (draw_no, round, member)
            order by wanted.round, member""";

    /**
     * What was said in one round.
     *
     * @param opensAt when it was held; nothing where that was not written down
     * @param committers who could make the seed in it, in the order of their ids
     */
    record Held(
            int number,
            Optional<Instant> opensAt,
            Optional<Instant> revealsAt,
            Optional<Instant> closesAt,
            List<SeedStore.Committer> committers) {}

    private final Sql sql;

    RoundStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The rounds of a draw behind a number, so many at most, in their order. */
    @Transactional(TxType.SUPPORTS)
    List<Held> page(Known draw, long after, int limit) {
        var rounds = new ArrayList<Held>();
        long first = Math.clamp(after, 0, draw.round().number()) + 1;
        long last = Math.min(draw.round().number(), first + limit - 1);
        sql.each(PAGE, RoundStore::held, one -> add(rounds, one), first, last, draw.no());
        return rounds;
    }

    private static void add(List<Held> rounds, Held one) {
        if (rounds.isEmpty() || rounds.getLast().number() != one.number()) rounds.add(one);
        else rounds.getLast().committers().addAll(one.committers());
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getInt(7),
                SeedStore.instant(row, 8),
                SeedStore.instant(row, 9),
                SeedStore.instant(row, 10),
                new ArrayList<>(List.of(SeedStore.committer(row))));
    }
}
