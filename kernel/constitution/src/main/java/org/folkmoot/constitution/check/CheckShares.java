// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Along;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Sums;
import org.folkmoot.policy.Threshold;

/** Looks at every share that a policy asks for: that it is one, of something that there is. */
final class CheckShares {
    private static final Fraction ONE = Fraction.of(1, 1);
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Scene scene;
    private final Complaints complaints;
    private final CheckNames names;

    CheckShares(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
        this.names = new CheckNames(scene);
    }

    void policy(Docket docket) {
        for (var step : docket.steps()) {
            for (var bench : step.benches()) {
                bench.clauses().forEach(clause -> clause(docket, bench, clause));
            }
            for (var early : step.stage().early()) {
                early.when().ifPresent(when -> share(docket, step.main(), when));
            }
        }
        docket.policy().deposit().map(Deposit::dispositions).orElse(List.of()).stream()
                .flatMap(disposition -> disposition.share().stream())
                .forEach(share -> share(docket, docket.steps().getFirst().main(), share));
    }

    private void clause(Docket docket, Bench bench, Clause clause) {
        clause.comparison().ifPresent(said -> {
            comparison(docket, bench, said, clause.named().rule());
            if (!clause.named().blocks()) {
                tie(said, clause.named().rule());
            }
        });
    }

    private void share(Docket docket, Bench bench, PluginCall call) {
        scene.plugins().rule(call).comparison().ifPresent(said -> comparison(docket, bench, said, call));
    }

    private void comparison(Docket docket, Bench bench, Comparison said, PluginCall call) {
        names.comparison(docket, bench, said, call.path());
        units(bench, said, call.path());
        var at = Pointer.child(call.path(), said.strict() ? "moreThan" : "atLeast");
        said.pad()
                .ifPresent(pad ->
                        atMostOne(pad.upTo().most(), Pointer.child(Pointer.child(call.path(), "pad"), "upTo")));
        switch (said.threshold()) {
            case Threshold.Fixed(Fraction share) -> fixed(docket, bench, said, share, at);
            case Curve curve -> curve(docket, bench, said, curve, at);
        }
    }

    // Points with decimals are so large that any share of the roll is reached.
    private void units(Bench bench, Comparison said, String at) {
        var scaled = bench.method().scaled();
        var all = Stream.concat(said.count().stream(), said.of().stream()).toList();
        var points = all.stream().filter(scaled::contains).toList();
        if (!points.isEmpty() && (said.absolute() || !scaled.containsAll(all))) {
            var other = said.absolute()
                    ? "a number of votes"
                    : all.stream()
                            .filter(name -> !scaled.contains(name))
                            .findFirst()
                            .orElseThrow();
            complaints.warning(
                    "other-units",
                    at,
                    "With this method '" + points.getFirst()
                            + "' is not in units of voting power, and is compared with " + other + ".",
                    "");
        }
    }

    private void fixed(Docket docket, Bench bench, Comparison said, Fraction share, String at) {
        if (said.absolute()) {
            var whole = share.numerator().mod(share.denominator()).signum() == 0;
            if (!whole) {
                complaints.error(
                        "part-of-a-vote",
                        at,
                        "Without 'of' this is a number of votes, and " + share + " of one vote cannot be cast.",
                        "of: roll");
            }
        } else if (isPartOfWhole(docket, bench, said)) {
            atMostOne(share, at);
            if (share.compareTo(ONE) == 0 && said.strict()) {
                complaints.error("unreachable-threshold", at, "Nothing is more than the whole.", "atLeast: " + share);
            }
        }
    }

    private void curve(Docket docket, Bench bench, Comparison said, Curve curve, String at) {
        Map<String, Fraction> parts = switch (curve) {
            case Curve.Linear line -> Map.of("begin", line.begin(), "end", line.end(), "until", line.until());
            case Curve.Reciprocal bow ->
                Map.of("begin", bow.begin(), "end", bow.end(), "through/at", bow.at(), "through/level", bow.level());
            case Curve.Stepped steps ->
                Map.of("begin", steps.begin(), "end", steps.end(), "step", steps.step(), "every", steps.every());
        };
        var isPart = isPartOfWhole(docket, bench, said);
        parts.forEach((name, part) -> {
            if (isPart || name.equals("until") || name.equals("every")) {
                atMostOne(part, at + "/" + name);
            }
        });
    }

    /** A share that is more than everything is a slip, often one of percent. */
    private void atMostOne(Fraction share, String at) {
        atMostOne(share, at, complaints);
    }

    static void atMostOne(Fraction share, String at, Complaints complaints) {
        if (share.compareTo(ONE) > 0) {
            var percent = share.denominator().equals(BigInteger.ONE)
                            && share.numerator().compareTo(HUNDRED) <= 0
                    ? share.numerator() + "/100"
                    : "";
            complaints.error("fraction-over-one", at, share + " is more than the whole.", percent);
        }
    }

    // Against another choice, a share may be any: for at least 3/2 of against. Of the roll and of what is measured, no
    // more
    // than all can be cast. What a method makes of its ballots is seen when all vote alike: scores may be more than
    // ballots.
    private boolean isPartOfWhole(Docket docket, Bench bench, Comparison said) {
        var all = bench.method().countsAreChoices()
                ? !bench.method().counts().containsAll(said.of()) || said.of().containsAll(said.count())
                : bench.asks(bench.many(), docket.atTheEnd(), scene).alike().stream()
                        .allMatch(facts -> isPartOfWhole(said, facts));
        return all && said.less().stream().noneMatch(said.count()::contains);
    }

    private static boolean isPartOfWhole(Comparison said, Facts facts) {
        var part = Sums.of(said.count(), facts);
        var whole = Sums.of(said.of(), facts);
        return part.isEmpty() || whole.isEmpty() || part.get().compareTo(whole.get()) <= 0;
    }

    private void tie(Comparison said, PluginCall call) {
        var half = said.threshold() instanceof Threshold.Fixed(Fraction share) && share.compareTo(HALF) == 0;
        var contest = said.of().size() > said.count().size() && said.of().containsAll(said.count());
        if (half && contest && !said.strict() && !call.settings().containsKey("tie")) {
            complaints.warning(
                    "tie-unsaid",
                    call.path(),
                    "With 50 on either side it passes, though as many are against; 'tie' says that this is meant.",
                    "tie: passes");
        }
    }

    /** What its curves follow, if it is neither time nor a share of ballots: the names of trends. */
    static List<String> follows(Comparison said) {
        return Stream.concat(Stream.of(said.threshold()), said.pad().map(Comparison.Padding::upTo).stream())
                .filter(Curve.class::isInstance)
                .map(Curve.class::cast)
                .map(Curve::along)
                .filter(along -> along.count().isEmpty())
                .map(Along::rate)
                .filter(rate -> !rate.equals(Facts.ELAPSED))
                .toList();
    }
}
