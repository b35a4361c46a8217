// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.reach.AnyRoll.Answer;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.constitution.reach.Reach;
import org.folkmoot.constitution.reach.Roll;
import org.folkmoot.constitution.reach.Wish;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Fraction;

/** Asks of every chamber whether any ballots meet all its rules: with today's roll if it is known, else with any. */
final class CheckReach {
    private final Scene scene;

    CheckReach(Scene scene) {
        this.scene = scene;
    }

    void policy(Docket docket) {
        for (var step : docket.steps()) {
            for (var bench : step.benches()) {
                if (!bench.clauses().isEmpty()) {
                    chamber(docket, step, bench);
                }
            }
        }
    }

    private void chamber(Docket docket, Docket.Step step, Bench bench) {
        var roll = scene.rolls().flatMap(rolls -> rolls.of(bench.chamber().body()));
        if (roll.isPresent()) {
            known(docket, step, bench, roll.get());
        } else {
            unknown(docket, step, bench);
        }
    }

    private void known(Docket docket, Docket.Step step, Bench bench, Roll roll) {
        if (roll.members() == 0) {
            scene.complaints()
                    .error(
                            "empty-chamber",
                            bench.path() + "/body",
                            "Nobody is in '" + bench.chamber().body() + "'.");
            return;
        }
        if (never(docket, step, bench, roll) instanceof Reach.None none) {
            refuse(bench, none, Said.why(none, roll));
            return;
        }
        new CheckHeadroom(scene).chamber(docket, bench, roll);
    }

    private void unknown(Docket docket, Docket.Step step, Bench bench) {
        var least = scene.constitution()
                .body(bench.chamber().body())
                .map(body -> body.least())
                .orElse(1L);
        var few = never(docket, step, bench, bench.equally(least));
        var many = never(docket, step, bench, bench.many());
        if (few instanceof Reach.Some && many instanceof Reach.Some) {
            return;
        }
        var asked = bench.asksAny(docket.atTheEnd(), scene);
        if (asked.isEmpty()) {
            if (many instanceof Reach.None none) {
                refuse(bench, none, Said.why(none, bench.many()));
            }
            return;
        }
        var wishes =
                bench.clauses().stream().map(clause -> new Wish(clause, true)).toList();
        switch (asked.get().smallest(wishes, least)) {
            case Answer.Never _ -> {
                if (many instanceof Reach.None none) {
                    refuse(bench, none, Said.why(none, bench.many()));
                }
            }
            case Answer.Smallest(var facts) -> small(bench, few, many, facts.rollPower(), least);
            case Answer.Unknown _ -> {}
        }
    }

    // Sizes between are taken to be as the ends are: what a rule asks for rises or falls with the roll.
    private void small(Bench bench, Reach few, Reach many, BigInteger smallest, long least) {
        // How much power there is at least where it follows what members own, nobody can promise.
        if (!bench.ofEquals(scene)) {
            return;
        }
        if (few instanceof Reach.None none && smallest.compareTo(BigInteger.valueOf(least)) > 0) {
            scene.complaints()
                    .warning(
                            "too-few-members",
                            place(bench, none),
                            "In a body of fewer than " + smallest + " no ballots can " + does(bench) + ". "
                                    + Said.why(none, Roll.equal(least)),
                            "least: " + smallest + " of the body '"
                                    + bench.chamber().body() + "'");
        } else if (many instanceof Reach.None none && bench.measures().isEmpty()) {
            scene.complaints()
                    .warning(
                            "too-many-members",
                            place(bench, none),
                            "In a large body no ballots can " + does(bench) + ". " + Said.why(none, bench.many()));
        }
    }

    private Reach never(Docket docket, Docket.Step step, Bench bench, Roll roll) {
        var atTheEnd = bench.asks(roll, docket.atTheEnd(), scene).all(bench.clauses());
        return atTheEnd instanceof Reach.None && step.watchesTime()
                ? earlier(docket.atTheOpening(), bench, roll).orElse(atTheEnd)
                : atTheEnd;
    }

    private Optional<Reach> earlier(Map<String, Fraction> rates, Bench bench, Roll roll) {
        return Optional.of(bench.asks(roll, rates, scene).all(bench.clauses()))
                .filter(reach -> !(reach instanceof Reach.None));
    }

    private void refuse(Bench bench, Reach.None none, String words) {
        scene.complaints().error(bench.vetoes() ? "never-vetoes" : "never-passes", place(bench, none), words);
    }

    static String does(Bench bench) {
        return bench.vetoes() ? "veto" : "pass";
    }

    static String place(Bench bench, Reach.None none) {
        return none.conflict().size() == 1
                ? none.conflict().getFirst().clause().named().rule().path()
                : bench.path();
    }

    /** Whether the rule asks for more, measured by the roll, when the roll is smaller. */
    static boolean depends(Clause clause, Bench bench) {
        return clause.comparison()
                .filter(said -> said.absolute()
                        || said.round().isPresent()
                        || said.of().stream().anyMatch(bench.measures()::contains))
                .isPresent();
    }

    /** What a rule asks for as a number, if it does. */
    static Optional<Fraction> number(Clause clause) {
        return clause.comparison()
                .filter(Comparison::absolute)
                .map(Comparison::threshold)
                .map(threshold -> threshold.least());
    }
}
