// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.TraceLine;

/**
 * A past poll, decided once more.
 *
 * @param name what it is called
 * @param policy the name of the policy that judged it now
 * @param was how it was decided at the time, if anybody knows
 * @param now how it is decided by this policy
 * @param stopped the rules that stop it, in their order; none if it passes
 * @param turnout the share of the roll's power that was cast, or of its members where power does not add up; nothing if
 *     nobody was on the roll
 * @param reachable whether those who voted could have passed it, had they all chosen alike
 * @param pivotal the voters who alone could have turned it, by another choice or by staying away
 */
public record Replay(
        String name,
        String policy,
        Optional<Outcome> was,
        Outcome now,
        List<String> stopped,
        Optional<Fraction> turnout,
        boolean reachable,
        SortedSet<String> pivotal) {
    public Replay {
        stopped = List.copyOf(stopped);
    }

    /** Decides a past poll by a policy, at the end of its longest voting. */
    public static Replay of(Judge judge, Tally tally) {
        return of(judge, tally, Course.end(judge.policy(), tally.history()));
    }

    private static Replay of(Judge judge, Tally tally, Instant at) {
        var standing = Course.at(judge, tally.history(), at);
        var stage = judge.stage(standing.stage());
        var decision = standing.decision();
        var passed = decision.outcome() == Outcome.PASSED;
        var stopped = decision.trace().stream()
                .filter(line -> !passed && !line.passed())
                .map(TraceLine::rule)
                .toList();
        var pivots = new Pivots(stage, standing.facts(), tally);
        return new Replay(
                tally.name(),
                tally.policy(),
                tally.was(),
                decision.outcome(),
                stopped,
                turnout(stage, standing),
                pivots.reachable(),
                pivots.pivotal());
    }

    /** Whether it comes out otherwise than it did. */
    public boolean flips() {
        return was.filter(then -> then != now).isPresent();
    }

    /** The same poll, if it came out so at the time. */
    public Replay after(Outcome then) {
        return new Replay(name, policy, Optional.of(then), now, stopped, turnout, reachable, pivotal);
    }

    private static Optional<Fraction> turnout(StageJudge stage, Standing standing) {
        var main = stage.chambers().getFirst();
        var facts = StageJudge.of(main, standing.facts());
        var choices = main.method().countsAreChoices();
        var cast = choices
                ? facts.counts().values().stream().reduce(BigInteger.ZERO, BigInteger::add)
                : BigInteger.valueOf(facts.ballots());
        var whole = choices ? facts.rollPower() : BigInteger.valueOf(facts.rollMembers());
        return whole.signum() > 0 ? Optional.of(new Fraction(cast, whole)) : Optional.empty();
    }
}
