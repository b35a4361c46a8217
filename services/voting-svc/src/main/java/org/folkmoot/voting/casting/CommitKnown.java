// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.domain.Intake;
import org.folkmoot.voting.domain.Ruling;

/**
 * Commits ballots in one call to the database, which is a transaction of its own: it rules by what is known of their polls, and
 * what it writes counts only if the same statement finds that all is as it was known. This way it can only say yes. Whatever is
 * to be refused or replaces another ballot is left to {@link CommitAsked}, and so is what was not as it was known.
 */
@ApplicationScoped
class CommitKnown {
    private final BallotRows rows;
    private final ClockBound clockBound;
    private final Clock clock;

    CommitKnown(BallotRows rows, ClockBound clockBound, Clock clock) {
        this.rows = rows;
        this.clockBound = clockBound;
        this.clock = clock;
    }

    /** Accepts them all, or changes nothing and says nothing. The caller has no transaction. */
    Optional<List<Ruling>> handle(List<Ballot> batch) {
        // A poll that was loaded anew meanwhile is here twice; one of both says what is known.
        var known = batch.stream()
                .map(Ballot::in)
                .collect(Collectors.toMap(Function.identity(), LivePoll::known, (one, _) -> one));
        var now = clock.instant();
        if (!known.keySet().stream().allMatch(poll -> isKnown(poll, now))
                || clockBound.off().isPresent()) return Optional.empty();
        var intake = new Intake(now);
        known.forEach((poll, ballots) -> intake.lastNumber(poll.poll(), ballots.last()));
        var accepted = new ArrayList<Numbered>();
        var rulings = new ArrayList<Ruling>();
        for (var ballot : batch) {
            var ruling = intake.rule(ballot);
            boolean isFirst = !Objects.requireNonNull(known.get(ballot.in())).isOf(ballot.member());
            if (!isFirst || !(ruling instanceof Ruling.Accepted taken)) return Optional.empty();
            accepted.add(new Numbered(ballot, taken.number()));
            rulings.add(ruling);
        }
        return intake.revoters().isEmpty() && write(accepted, known, now) ? Optional.of(rulings) : Optional.empty();
    }

    private static boolean isKnown(LivePoll poll, Instant now) {
        return poll.lead().isEmpty() && poll.known().areAll() && !poll.window().isOver(now);
    }

    /** Whatever goes wrong, nobody knows how the polls stand before the next look. */
    private boolean write(List<Numbered> accepted, Map<LivePoll, KnownBallots> known, Instant now) {
        known.values().forEach(KnownBallots::doubt);
        if (!rows.insertKnown(accepted, known, now)) return false;
        known.values().forEach(KnownBallots::trust);
        return true;
    }
}
