// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.voting.domain.Intake;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Takes in many checked ballots in one transaction: all that are accepted, or none.
 *
 * <p>One lock for all batches, so numbers are in the order of the commits and every question is answered as of the last
 * commit; one shared lock per poll, so that a poll cannot be counted while a ballot is on its way in.
 */
@ApplicationScoped
class CommitBallots {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private final BallotStore ballots;
    private final Clock clock;

    CommitBallots(BallotStore ballots, Clock clock) {
        this.ballots = ballots;
        this.clock = clock;
    }

    /** Rules on every ballot, in order. */
    @Transactional
    List<Ruling> handle(List<Ballot> batch) {
        var polls = batch.stream().map(Ballot::in).collect(Collectors.toSet());
        var states = ballots.lock(polls);
        // After the lock: a ballot that had to wait for it was not in before.
        var now = clock.instant();
        var intake = new Intake(now);
        for (var poll : polls) refusal(poll, states.get(poll.no()), now).ifPresent(no -> intake.shut(poll.poll(), no));
        ballots.tell(intake, batch, polls);
        var rulings = batch.stream().map(intake::rule).toList();
        var accepted = IntStream.range(0, batch.size())
                .filter(i -> rulings.get(i) instanceof Ruling.Accepted)
                .mapToObj(i -> new Numbered(batch.get(i), ((Ruling.Accepted) rulings.get(i)).number()))
                .toList();
        if (!accepted.isEmpty()) ballots.insert(accepted, now);
        return rulings;
    }

    /** The state was read under the lock; what memory knew of the poll may be a moment old. */
    private static Optional<Refusal> refusal(LivePoll poll, @Nullable String state, Instant now) {
        if (poll.window().isOver(now) || CLOSED.equals(state))
            return Optional.of(new Refusal.BallotLate(poll.poll(), poll.window().closesAt()));
        return OPEN.equals(state) ? Optional.empty() : Optional.of(new Refusal.PollCancelled(poll.poll()));
    }
}
