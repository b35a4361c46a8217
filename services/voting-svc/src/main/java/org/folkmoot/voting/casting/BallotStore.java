// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.data.Sql.Question;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.BallotLock;
import org.folkmoot.voting.domain.Intake;
import org.folkmoot.voting.domain.Intake.Actor;
import org.folkmoot.voting.domain.Intake.VoterIn;
import org.folkmoot.voting.domain.Ruling;

/** What a batch of ballots reads and writes, in arrays, so that a thousand ballots are as few calls as one. */
@ApplicationScoped
class BallotStore {
    private static final int MOST_TOLD = 10_000;

    // What trustees open is complete, also for a replica whose clock has not come so far.
    private static final String STATES = """
            select no, case when unsealing_since is null then state else 'closed' end
            from poll where no = any (?) order by no for share""";

    private static final String LASTS = """
            select no, (select coalesce(max(number), 0) from ballot where poll_no = asked.no),
                (select act from ballot where poll_no = asked.no and number = asked.known)
            from unnest(?, ?) as asked (no, known)""";

    // A question of its own for each: a join may be planned as a walk through the whole table, for every batch.
    private static final String LAST_SEQS = """
            select place, (select seq from actor_seq as known
                where known.community = asked.community and known.actor = asked.actor)
            from unnest(?, ?) with ordinality as asked (community, actor, place)""";

    /**
     * What holds for a batch while it is in.
     *
     * @param states how the polls stand that are held here, by their row
     * @param lasts the last ballot of each poll, by its row
     * @param seqs the last act of each member, of those who have acted
     */
    record Standing(Map<Long, String> states, Map<Long, Last> lasts, Map<Actor, Long> seqs) {
        Last last(LivePoll poll) {
            return Objects.requireNonNull(lasts.get(poll.no()));
        }
    }

    /**
     * How far the record of a poll goes.
     *
     * @param number of its last ballot; 0 before the first
     * @param known the ballot that stands under the number of the last one that is known, if one does
     */
    record Last(long number, Optional<Hash> known) {}

    private record Fact<K, V>(K about, V value) {}

    private record Cast(long number, Hash member, Hash act) {}

    private final Sql sql;

    BallotStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Locks out other batches and the closing of some polls, and says how things stand. */
    Standing lock(List<Ballot> batch, Collection<LivePoll> polls, Collection<LivePoll> held) {
        var standing = new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>());
        var actors = batch.stream().map(Ballot::actor).distinct().toList();
        sql.ask(
                new Question<>("select pg_advisory_xact_lock(?)", _ -> true, _ -> {}, BallotLock.KEY),
                new Question<>(
                        STATES,
                        row -> new Fact<>(row.getLong(1), row.getString(2)),
                        fact -> standing.states.put(fact.about, fact.value),
                        (Object) Columns.longs(held, LivePoll::no)),
                new Question<>(
                        LASTS,
                        row -> new Fact<>(
                                row.getLong(1),
                                new Last(
                                        row.getLong(2),
                                        Optional.ofNullable(row.getBytes(3)).map(Hash::new))),
                        fact -> standing.lasts.put(fact.about, fact.value),
                        Columns.longs(polls, LivePoll::no),
                        Columns.longs(polls, poll -> poll.known().last())),
                new Question<>(
                        LAST_SEQS,
                        row -> new Fact<>(
                                actors.get(row.getInt(1) - 1), Optional.ofNullable(row.getObject(2, Long.class))),
                        fact -> fact.value.ifPresent(seq -> standing.seqs.put(fact.about, seq)),
                        Columns.hashes(actors, Actor::community),
                        Columns.hashes(actors, Actor::member)));
        return standing;
    }

    /** Tells the intake what the record says about these ballots. */
    void tell(Intake intake, List<Ballot> batch, Collection<LivePoll> polls, Standing standing) {
        polls.forEach(poll -> intake.lastNumber(poll.poll(), standing.last(poll).number()));
        var seqs = standing.seqs;
        seqs.forEach(intake::lastSeq);
        var again = batch.stream()
                .filter(ballot -> seqs.containsKey(ballot.actor()))
                .toList();
        var behind = again.stream()
                .filter(ballot -> ballot.seq() <= seqs.getOrDefault(ballot.actor(), -1L))
                .toList();
        // Asked only about members who have acted before.
        if (!behind.isEmpty()) tellEarlier(intake, behind);
        if (!again.isEmpty()) tellVoted(intake, again);
    }

    private void tellEarlier(Intake intake, List<Ballot> behind) {
        sql.each(
                "select act, number, accepted_at from ballot where act = any (?)",
                row -> new Ruling.Accepted(new Hash(row.getBytes(1)), row.getLong(2), Sql.instant(row, 3)),
                intake::accepted,
                (Object) Columns.hashes(behind, Ballot::act));
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
                Columns.longs(again, ballot -> ballot.in().no()),
                Columns.hashes(again, Ballot::member));
    }

    /** Adds the next ballots of a poll to those that are known, some thousand at a time. */
    void tell(KnownBallots known, long pollNo) {
        sql.each(
                "select number, member, act from ballot where poll_no = ? and number > ? order by number limit ?",
                row -> new Cast(row.getLong(1), new Hash(row.getBytes(2)), new Hash(row.getBytes(3))),
                cast -> known.add(cast.number, cast.member, cast.act),
                pollNo,
                known.last(),
                MOST_TOLD);
    }

    /** Remembers of whom these polls have more than one ballot. */
    void remember(Collection<VoterIn> revoters, Collection<LivePoll> polls) {
        if (revoters.isEmpty()) return;
        var numbers = polls.stream().collect(Collectors.toMap(LivePoll::poll, LivePoll::no));
        sql.update(
                "insert into revoter (poll_no, member) select * from unnest(?, ?) on conflict do nothing",
                Columns.longs(revoters, voter -> Objects.requireNonNull(numbers.get(voter.poll()))),
                Columns.hashes(revoters, VoterIn::member));
    }
}
