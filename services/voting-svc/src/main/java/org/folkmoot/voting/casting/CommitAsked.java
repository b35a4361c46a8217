// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Followed;
import org.folkmoot.voting.Follows;
import org.folkmoot.voting.Held;
import org.folkmoot.voting.casting.BallotStore.Last;
import org.folkmoot.voting.domain.Intake;
import org.folkmoot.voting.domain.Ruling;

/**
 * Takes in many checked ballots in one transaction: all that are accepted, or none.
 *
 * <p>One lock for all batches, so numbers are in the order of the commits and every question is answered as of the last
 * commit; one shared lock per poll, so that a poll cannot be counted while a ballot is on its way in. Polls whose close may
 * move are held alone, because each of their ballots may move it.
 */
@ApplicationScoped
class CommitAsked {
    private final BallotStore ballots;
    private final BallotRows rows;
    private final Follows follows;
    private final ClockBound clockBound;
    private final Clock clock;

    CommitAsked(BallotStore ballots, BallotRows rows, Follows follows, ClockBound clockBound, Clock clock) {
        this.clockBound = clockBound;
        this.ballots = ballots;
        this.rows = rows;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Rules on every ballot, in order.
     *
     * @throws Overtaken if one of the voters did something else meanwhile, after which it must be asked again
     */
    @Transactional
    List<Ruling> handle(List<Ballot> batch) {
        var polls = batch.stream().map(Ballot::in).collect(Collectors.toSet());
        var simple = polls.stream().filter(poll -> poll.lead().isEmpty()).toList();
        var standing = ballots.lock(batch, polls, simple);
        for (var poll : simple) know(poll, standing.last(poll));
        var held = hold(polls);
        var off = clockBound.off();
        if (off.isPresent())
            return batch.stream().<Ruling>map(_ -> new Ruling.Denied(off.get())).toList();
        // After the lock: a ballot that had to wait for it was not in before.
        var now = held.values().stream().reduce(clock.instant(), (at, stage) -> stage.soonest(at), CommitAsked::later);
        var intake = new Intake(now);
        // What memory knew of a poll may be a moment old; its state was read under the lock.
        for (var poll : simple)
            poll.window()
                    .shut(poll.poll(), Optional.ofNullable(standing.states().get(poll.no())), now)
                    .ifPresent(no -> intake.shut(poll.poll(), no));
        for (var poll : polls) poll.lead().map(held::get).ifPresent(stage -> limit(intake, poll, stage, now));
        ballots.tell(intake, batch, polls, standing);
        var rulings = batch.stream().map(intake::rule).toList();
        var accepted = IntStream.range(0, batch.size())
                .filter(i -> rulings.get(i) instanceof Ruling.Accepted)
                .mapToObj(i -> new Numbered(batch.get(i), ((Ruling.Accepted) rulings.get(i)).number()))
                .toList();
        if (!accepted.isEmpty()) rows.insert(accepted, now);
        ballots.remember(intake.revoters(), polls);
        held.values().forEach(follows::settle);
        return rulings;
    }

    /** Others have written if there are more than are known: they are read, some thousand with each batch. */
    private void know(LivePoll poll, Last last) {
        poll.known().compare(last.number(), last.known());
        if (!poll.known().areAll()) ballots.tell(poll.known(), poll.no());
    }

    private Map<Long, Held> hold(Collection<LivePoll> polls) {
        var leads = polls.stream().flatMap(poll -> poll.lead().stream()).collect(Collectors.toSet());
        return follows.hold(leads).stream()
                .collect(Collectors.toMap(stage -> stage.lead().no(), Function.identity()));
    }

    private static void limit(Intake intake, LivePoll poll, Held stage, Instant now) {
        stage.shut(poll.poll(), now).ifPresent(no -> intake.shut(poll.poll(), no));
        stage.followed().flatMap(Followed::only).ifPresent(choices -> intake.only(poll.poll(), choices));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
