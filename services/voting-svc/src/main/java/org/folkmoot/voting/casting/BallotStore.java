// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.BallotLock;
import org.folkmoot.voting.domain.Intake;
import org.folkmoot.voting.domain.Intake.Actor;
import org.folkmoot.voting.domain.Intake.VoterIn;
import org.folkmoot.voting.domain.Ruling;

/** What a batch of ballots reads and writes, in arrays, so that a thousand ballots are as few calls as one. */
@ApplicationScoped
class BallotStore {

    private static final String LOCK_POLLS = """
            select poll.no, poll.state from (select pg_advisory_xact_lock(?)) as first, poll
            where poll.no = any (?) order by poll.no for share of poll""";

    private record Fact(Actor actor, Optional<Long> seq) {}

    private final Sql sql;

    BallotStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Locks out other batches and the closing of these polls, and says how each of them stands. */
    Map<Long, String> lock(Collection<LivePoll> polls) {
        var states = new HashMap<Long, String>();
        if (polls.isEmpty()) sql.first("select pg_advisory_xact_lock(?)", _ -> true, BallotLock.KEY);
        sql.each(
                LOCK_POLLS,
                row -> states.put(row.getLong(1), row.getString(2)),
                _ -> {},
                BallotLock.KEY,
                longs(polls, LivePoll::no));
        return states;
    }

    /** Tells the intake what the record says about these ballots. */
    void tell(Intake intake, List<Ballot> batch, Collection<LivePoll> polls) {
        tellNumbers(intake, polls);
        var seqs = tellSeqs(intake, batch);
        var again =
                batch.stream().filter(ballot -> seqs.containsKey(actor(ballot))).toList();
        var behind = again.stream()
                .filter(ballot -> ballot.seq() <= seqs.getOrDefault(actor(ballot), -1L))
                .toList();
        // Asked only about members who have acted before.
        if (!behind.isEmpty()) tellEarlier(intake, behind);
        if (!again.isEmpty()) tellVoted(intake, again);
    }

    private void tellNumbers(Intake intake, Collection<LivePoll> polls) {
        for (var poll : polls) {
            long last = sql.first(
                            "select coalesce(max(number), 0) from ballot where poll_no = ?",
                            row -> row.getLong(1),
                            poll.no())
                    .orElseThrow();
            intake.lastNumber(poll.poll(), last);
        }
    }

    private Map<Actor, Long> tellSeqs(Intake intake, List<Ballot> batch) {
        var actors = batch.stream().map(BallotStore::actor).distinct().toList();
        var seqs = new HashMap<Actor, Long>();
        // A question of its own for each: a join may be planned as a walk through the whole table, for every batch.
        sql.each(
                """
                select place, (select seq from actor_seq as known
                    where known.community = asked.community and known.actor = asked.actor)
                from unnest(?, ?) with ordinality as asked (community, actor, place)""",
                row -> new Fact(actors.get(row.getInt(1) - 1), Optional.ofNullable(row.getObject(2, Long.class))),
                fact -> fact.seq().ifPresent(seq -> seqs.put(fact.actor(), seq)),
                hashes(actors, Actor::community),
                hashes(actors, Actor::member));
        seqs.forEach(intake::lastSeq);
        return seqs;
    }

    private void tellEarlier(Intake intake, List<Ballot> behind) {
        sql.each(
                "select act, number, accepted_at from ballot where act = any (?)",
                row -> new Ruling.Accepted(new Hash(row.getBytes(1)), row.getLong(2), Sql.instant(row, 3)),
                intake::accepted,
                (Object) hashes(behind, Ballot::act));
    }

    private void tellVoted(Intake intake, List<Ballot> again) {
        var polls = new HashMap<Long, Hash>();
        again.forEach(ballot -> polls.put(ballot.in().no(), ballot.poll()));
        sql.each(
                """
                select no, member from (
                    select no, member, (select true from ballot
                        where poll_no = asked.no and member = asked.member and seq >= 0 limit 1) as voted
                    from unnest(?, ?) as asked (no, member)) as answered
                where voted""",
                row -> new VoterIn(Objects.requireNonNull(polls.get(row.getLong(1))), new Hash(row.getBytes(2))),
                intake::voted,
                longs(again, ballot -> ballot.in().no()),
                hashes(again, Ballot::member));
    }

    /** Writes accepted ballots and moves their voters' numbers on. */
    void insert(List<Numbered> accepted, Instant now) {
        var ballots = accepted.stream().map(Numbered::ballot).toList();
        var seqs = new LinkedHashMap<Actor, Long>();
        ballots.forEach(ballot -> seqs.put(actor(ballot), ballot.seq()));
        sql.update(
                """
                with gate as (
                    insert into actor_seq (community, actor, seq) select * from unnest(?, ?, ?)
                    on conflict (community, actor) do update set seq = excluded.seq)
                insert into ballot
                    (poll_no, number, member, seq, act, choice, power, suite, signature, payload, accepted_at)
                select *, ?::timestamptz
                from unnest(?, ?, ?, ?, ?, ?, ?::text[]::numeric[], ?, ?, ?)""",
                hashes(seqs.keySet(), Actor::community),
                hashes(seqs.keySet(), Actor::member),
                longs(seqs.values(), seq -> seq),
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
                bytes(ballots, ballot -> ballot.envelope().payload()));
    }

    /** Remembers of whom these polls have more than one ballot. */
    void remember(Collection<VoterIn> revoters, Collection<LivePoll> polls) {
        if (revoters.isEmpty()) return;
        var numbers = polls.stream().collect(Collectors.toMap(LivePoll::poll, LivePoll::no));
        sql.update(
                "insert into revoter (poll_no, member) select * from unnest(?, ?) on conflict do nothing",
                longs(revoters, voter -> Objects.requireNonNull(numbers.get(voter.poll()))),
                hashes(revoters, VoterIn::member));
    }

    private static Actor actor(Ballot ballot) {
        return new Actor(ballot.community(), ballot.member());
    }

    private static <T> Long[] longs(Collection<T> items, Function<T, Long> part) {
        return items.stream().map(part).toArray(Long[]::new);
    }

    private static <T> byte[][] hashes(Collection<T> items, Function<T, Hash> part) {
        return bytes(items, item -> part.apply(item).bytes());
    }

    private static <T> byte[][] bytes(Collection<T> items, Function<T, byte[]> part) {
        return items.stream().map(part).toArray(byte[][]::new);
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> part) {
        return items.stream().map(part).toArray(String[]::new);
    }
}
