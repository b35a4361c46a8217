// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Trend;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Result;

/** What the chambers of one stage have counted so far, and the facts that follow from it at an instant. */
final class Ballots {
    private static final Facts NOTHING = new Facts(0, Map.of(), BigInteger.ZERO, 0, List.of());

    private final StageJudge judge;
    private final Map<String, Electorate> electorates;
    private final Map<String, Fraction> trends;
    private final List<Trend> kinds;
    private final Map<String, Result> results = new HashMap<>();
    private final Map<String, Result> own = new HashMap<>();
    private final Map<String, Growing> growing = new HashMap<>();
    private final Instant begins;

    /** Begins with nothing; the voting period begins at {@code begins}. */
    Ballots(Judge policy, StageJudge judge, History history, Instant begins) {
        this.judge = judge;
        this.begins = begins;
        this.electorates = history.electorates();
        this.trends = new HashMap<>();
        this.kinds = List.copyOf(policy.policy().trends().values());
        kinds.forEach(trend -> trends.put(trend.name(), start(trend, history)));
        judge.chambers().forEach(one -> results.put(one.chamber().name(), one.nothing()));
        own.putAll(results);
        judge.stage()
                .timing()
                .tick()
                .ifPresent(tick -> judge.chambers()
                        .forEach(one -> one.growth()
                                .ifPresent(growth ->
                                        growing.put(one.chamber().name(), new Growing(growth, begins, tick)))));
    }

    private static Fraction start(Trend trend, History history) {
        return history.trends().getOrDefault(trend.name(), trend.start());
    }

    Map<String, Fraction> trends() {
        return trends;
    }

    /** What is remembered after these facts of the stage's own body. */
    Map<String, Fraction> nextTrends(Map<String, Facts> facts) {
        var main = judge.stage().main().name();
        var next = new HashMap<>(trends);
        kinds.forEach(trend ->
                next.computeIfPresent(trend.name(), (_, old) -> trend.next(old, facts.getOrDefault(main, NOTHING))));
        return next;
    }

    /** Whether something grows from tick to tick although no ballot is cast. */
    boolean grow() {
        return !growing.isEmpty();
    }

    /** Lets what grows grow until then, before anything else is counted. */
    void settle(Instant at) {
        if (grow()) {
            var facts = facts(results, at);
            growing.forEach((chamber, one) -> one.settle(at, facts.getOrDefault(chamber, NOTHING)));
        }
    }

    /** Takes what was counted; a chamber that the stage does not have is passed over. */
    void take(Cast cast) {
        results.computeIfPresent(cast.chamber(), (_, _) -> cast.result());
        own.computeIfPresent(cast.chamber(), (_, _) -> cast.own());
    }

    List<String> winners() {
        return result(results, judge.stage().main().name()).winners();
    }

    /** The facts at an instant, by chamber. */
    Map<String, Facts> facts(Instant at) {
        return facts(results, at);
    }

    /** The facts of ballots that are their voters' own: what is carried for others counts as not cast. */
    Map<String, Facts> ownFacts(Instant at) {
        return facts(own, at);
    }

    private Map<String, Facts> facts(Map<String, Result> counted, Instant at) {
        Map<String, Fraction> rates = new HashMap<>(trends);
        rates.put(
                Facts.ELAPSED,
                elapsed(Duration.between(begins, at), judge.stage().timing().period()));
        var facts = new HashMap<String, Facts>();
        for (var one : judge.chambers()) {
            var chamber = one.chamber();
            var roll = electorates.getOrDefault(chamber.body(), Electorate.NOBODY);
            var seen = Facts.of(result(counted, chamber.name()), roll.power(), roll.members())
                    .with(roll.measures(), rates);
            facts.put(chamber.name(), grown(chamber.name(), seen, at));
        }
        return facts;
    }

    private Facts grown(String chamber, Facts facts, Instant at) {
        var one = growing.get(chamber);
        if (one == null) {
            return facts;
        }
        var rates = new HashMap<>(facts.rates());
        rates.put(Facts.CONVICTION, one.share(at, facts));
        return facts.with(facts.measures(), rates);
    }

    private static Result result(Map<String, Result> counted, String chamber) {
        var found = counted.get(chamber);
        if (found == null) {
            throw new IllegalArgumentException("no chamber " + chamber);
        }
        return found;
    }

    private static Fraction elapsed(Duration open, Duration period) {
        if (open.isNegative()) {
            return Fraction.of(0, 1);
        }
        return open.compareTo(period) >= 0 ? Fraction.of(1, 1) : Fraction.of(open.toMillis(), period.toMillis());
    }
}
