// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.delegation.Share;
import org.folkmoot.policy.Result;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.AdvanceCarriers;
import org.folkmoot.voting.Carriers;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;

/**
 * The count of one poll while ballots come. However many ask, the database is asked a few times a second at most, and only
 * for the ballots that came since. A count that takes long is made more seldom, so that it never takes more than a tenth of
 * a core; but it is never older than a second when somebody asks.
 */
final class LiveTally {
    /** How long a count stands before there is another. */
    static final Duration AGE = Duration.ofMillis(200);

    /** The longest time by which a live tally is old. */
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private static final int PART_OF_A_CORE = 10;

    // A ranking of thirty options has more orders than there are voters; beyond this the count waits for the deadline.
    private static final int MOST_GROUPS = 100_000;

    /** A count up to a ballot; without a result if ballots are sealed, if there are too many different choices to count them every second, or a plugin fails. */
    record Snapshot(Instant at, long ballots, Optional<Result> result) {}

    private final long no;
    private final PollRules rules;
    private final RollTotals roll;
    private final AdvanceCarriers advance;
    private final DelegatedPolls delegatedPolls;
    private final ReentrantLock one = new ReentrantLock();
    private Groups groups;
    private Optional<Carriers> carriers;
    private long reached;
    private boolean tooMany;
    private volatile Duration stands = AGE;
    private volatile Snapshot latest;

    LiveTally(long no, PollRules rules, RollTotals roll, AdvanceCarriers advance, DelegatedPolls delegatedPolls) {
        this.delegatedPolls = delegatedPolls;
        this.no = no;
        this.rules = rules;
        this.roll = roll;
        this.advance = advance;
        this.groups = rules.groups();
        this.carriers = advance.begin(rules, roll);
        this.latest = new Snapshot(Instant.MIN, -1, Optional.empty());
    }

    Snapshot at(Instant now, TallyStore tallies) {
        if (isFresh(now)) return latest;
        one.lock();
        try {
            if (!isFresh(now)) {
                var began = System.nanoTime();
                latest = count(now, tallies);
                stands =
                        between(AGE, Duration.ofNanos(System.nanoTime() - began).multipliedBy(PART_OF_A_CORE), OLDEST);
            }
            return latest;
        } finally {
            one.unlock();
        }
    }

    private boolean isFresh(Instant now) {
        return latest.ballots() >= 0 && now.isBefore(latest.at().plus(stands));
    }

    private static Duration between(Duration least, Duration wanted, Duration most) {
        if (wanted.compareTo(least) < 0) return least;
        return wanted.compareTo(most) > 0 ? most : wanted;
    }

    private Snapshot count(Instant now, TallyStore tallies) {
        long accepted = tallies.accepted(no);
        if (rules.seal().isPresent()) {
            try {
                carry(accepted, now, rules.groups());
            } catch (RuntimeException e) {
                forget(); // what is carried may be half advanced
                throw e;
            }
            return new Snapshot(now, accepted, Optional.empty());
        }
        var moved = carriers.filter(known -> advance.isStale(known, rules, moment(now)))
                .isPresent();
        if (accepted == latest.ballots() && !moved) return new Snapshot(now, accepted, latest.result());
        if (tooMany) return new Snapshot(now, accepted, Optional.empty());
        try {
            tallies.advance(groups, no, reached, accepted);
            carry(accepted, now, groups);
            reached = accepted;
        } catch (RuntimeException e) {
            forget(); // they may be half advanced
            throw e;
        }
        if (groups.size() <= MOST_GROUPS) return new Snapshot(now, accepted, result());
        tooMany = true;
        forget();
        return new Snapshot(now, accepted, Optional.empty());
    }

    private void carry(long accepted, Instant now, Groups counted) {
        carriers.ifPresent(known -> advance.handle(
                known, new AdvanceCarriers.Count(no, rules, roll, List.of(), accepted, moment(now)), counted));
    }

    /** After a close that is fixed nothing counts any more, also while the poll waits to be counted. */
    private Instant moment(Instant now) {
        var closesAt = rules.definition().closesAt();
        if (rules.followed()) return delegatedPolls.asOf(no).orElse(now);
        return now.isBefore(closesAt) ? now : closesAt;
    }

    /** A third party's method that fails now is asked again when there are more ballots, and at the deadline. */
    private Optional<Result> result() {
        try {
            return Optional.of(rules.tally(groups.counted()));
        } catch (PluginFailed _) {
            return Optional.empty();
        }
    }

    /** What becomes of a member's power, as of the last count; nothing where the body does not delegate. */
    Optional<Share> share(Hash member) {
        one.lock();
        try {
            return carriers.map(known -> known.share(member));
        } finally {
            one.unlock();
        }
    }

    private void forget() {
        groups = rules.groups();
        carriers = advance.begin(rules, roll);
        reached = 0;
    }
}
