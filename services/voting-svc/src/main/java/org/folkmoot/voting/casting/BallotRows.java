// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import static org.folkmoot.voting.casting.Columns.bytes;
import static org.folkmoot.voting.casting.Columns.hashes;
import static org.folkmoot.voting.casting.Columns.longs;
import static org.folkmoot.voting.casting.Columns.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.BallotLock;
import org.folkmoot.voting.domain.Intake.Actor;

/** Writes accepted ballots, and moves their voters' numbers on. */
@ApplicationScoped
class BallotRows {
    private static final String NUMBERS = """
            gate as (
                insert into actor_seq as known (community, actor, seq) select * from unnest(?, ?, ?)%s
                on conflict (community, actor) do update set seq = excluded.seq where known.seq < excluded.seq
                returning true)
            """;

    private static final String BALLOTS = """
            insert into ballot (poll_no, number, member, seq, act, choice, power, suite, signature, payload, accepted_at)
            select *, ?::timestamptz
            from unnest(?, ?, ?, ?, ?, ?, ?::text[]::numeric[], ?, ?, ?)
            where\s""";

    private static final String INSERT = "with " + NUMBERS.formatted("") + BALLOTS + "(select count(*) from gate) = ?";

    // The lock first, then the polls, then the numbers of voters, as whoever asks has them. Neither of the first two is
    // waited for: by then the moment would be over from which the ballots hold. A poll whose row is being changed is as
    // little known as one that has ended. The limit changes nothing but what the planner expects, which is ten rows
    // of an array that it does not know: a plan for any batch would seem worse to it than one for this batch, and it
    // would make one each time, which takes as long as ten ballots.
    private static final String INSERT_KNOWN =
            """
            with held as materialized (
                select poll.no from (select * from unnest(?, ?, ?) as known (no, last, act) limit ?) as known join poll using (no)
                where (select pg_try_advisory_xact_lock(?)) and state = 'open' and unsealing_since is null
                    and is_last_ballot(known.no, last, known.act)
                order by poll.no for share of poll skip locked),
            """ + NUMBERS.formatted(" where (select count(*) from held) = ?") + BALLOTS
                    + "as_known((select count(*) from gate) = ?)";

    /** What the function as_known says if it is not so: see the migration that makes it; or a number is taken. */
    private static final Set<String> NOT_AS_KNOWN = Set.of("FM001", "23505");

    private static final byte[] NONE = {};

    private final Sql sql;

    BallotRows(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * Writes what was ruled on while the lock was held.
     *
     * @throws Overtaken if the number of one of them is not above the last any more
     */
    void insert(List<Numbered> accepted, Instant now) {
        var seqs = seqs(accepted);
        int written = sql.update(INSERT, together(numbers(seqs), ballots(accepted, now), count(seqs.keySet())));
        if (written == 0) throw new Overtaken();
    }

    /** Writes what was ruled on by what is known, if it is so; otherwise nothing. The caller has no transaction. */
    boolean insertKnown(List<Numbered> accepted, Map<LivePoll, KnownBallots> known, Instant now) {
        var seqs = seqs(accepted);
        try {
            sql.update(
                    INSERT_KNOWN,
                    together(
                            known(known.entrySet()),
                            numbers(seqs),
                            count(known.keySet()),
                            ballots(accepted, now),
                            count(seqs.keySet())));
            return true;
        } catch (SqlFailure e) {
            if (isNotAsKnown(e) || Setback.CONTENTION.isBehind(e)) return false;
            throw e;
        }
    }

    private static boolean isNotAsKnown(SqlFailure failure) {
        return failure.getCause() instanceof SQLException said && NOT_AS_KNOWN.contains(said.getSQLState());
    }

    private static Map<Actor, Long> seqs(List<Numbered> accepted) {
        var seqs = new LinkedHashMap<Actor, Long>();
        for (var numbered : accepted)
            seqs.put(numbered.ballot().actor(), numbered.ballot().seq());
        return seqs;
    }

    private static Object[] known(Collection<Map.Entry<LivePoll, KnownBallots>> known) {
        return new Object[] {
            longs(known, entry -> entry.getKey().no()),
            longs(known, entry -> entry.getValue().last()),
            bytes(known, entry -> entry.getValue().act().map(Hash::bytes).orElse(NONE)),
            known.size(),
            BallotLock.KEY
        };
    }

    private static Object[] numbers(Map<Actor, Long> seqs) {
        return new Object[] {
            hashes(seqs.keySet(), Actor::community),
            hashes(seqs.keySet(), Actor::member),
            longs(seqs.values(), seq -> seq)
        };
    }

    private static Object[] ballots(List<Numbered> accepted, Instant now) {
        var ballots = accepted.stream().map(Numbered::ballot).toList();
        return new Object[] {
            now,
            longs(ballots, ballot -> ballot.in().no()),
            longs(accepted, Numbered::number),
            hashes(ballots, Ballot::member),
            longs(ballots, Ballot::seq),
            hashes(ballots, Ballot::act),
            texts(ballots, Ballot::choice),
            texts(ballots, ballot -> ballot.power().toString()),
            texts(ballots, ballot -> ballot.envelope().suite()),
            bytes(ballots, ballot -> ballot.envelope().signature()),
            bytes(ballots, ballot -> ballot.envelope().payload())
        };
    }

    private static Object[] count(Collection<?> items) {
        return new Object[] {items.size()};
    }

    private static Object[] together(Object[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray();
    }
}
