// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Trend;
import org.folkmoot.constitution.reach.Reach;
import org.folkmoot.policy.Fraction;

/** Looks at the shares that a policy remembers: whether something follows them, and how far they may lead it. */
final class CheckTrends {
    private final Scene scene;
    private final Complaints complaints;

    CheckTrends(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    void policy(Docket docket) {
        var names = new CheckNames(scene);
        docket.policy().trends().values().forEach(trend -> {
            var path = Pointer.child(Pointer.child(docket.path(), "trends"), trend.name());
            names.names(docket.steps().getFirst().main(), trend.count(), path + "/count");
            names.names(docket.steps().getFirst().main(), trend.of(), path + "/of");
            bounds(trend, path);
            if (!followed(docket).contains(trend.name())) {
                complaints.warning("unused-trend", path, "No curve follows this.");
            }
            reach(docket, trend, path);
        });
    }

    private void bounds(Trend trend, String path) {
        CheckShares.atMostOne(trend.start(), path + "/start", complaints);
        CheckShares.atMostOne(trend.most(), path + "/most", complaints);
        if (trend.start().compareTo(trend.least()) < 0 || trend.start().compareTo(trend.most()) > 0) {
            complaints.error(
                    "trend-start",
                    path + "/start",
                    "It starts at " + trend.start() + ", and is then kept between " + trend.least() + " and "
                            + trend.most() + ".");
        }
        if (trend.weight().numerator().signum() == 0) {
            complaints.warning("trend-never-moves", path + "/weight", "With a weight of 0 it stays where it starts.");
        }
    }

    private static TreeSet<String> followed(Docket docket) {
        var followed = new TreeSet<String>();
        docket.steps().stream()
                .flatMap(step -> step.benches().stream())
                .flatMap(bench -> bench.clauses().stream())
                .flatMap(clause -> clause.comparison().stream())
                .flatMap(said -> CheckShares.follows(said).stream())
                .forEach(followed::add);
        return followed;
    }

    // Reachable at the start, and not where polls may lead it.
    private void reach(Docket docket, Trend trend, String path) {
        for (var step : docket.steps()) {
            for (var bench : step.benches()) {
                if (reach(docket, bench, trend.start(), trend) instanceof Reach.None) {
                    continue;
                }
                Stream.of(trend.most(), trend.least())
                        .filter(level -> reach(docket, bench, level, trend) instanceof Reach.None)
                        .findFirst()
                        .ifPresent(level -> complaints.error(
                                "trend-out-of-reach",
                                path,
                                "When it has come to " + level + ", no ballots can " + CheckReach.does(bench) + ". "
                                        + (reach(docket, bench, level, trend) instanceof Reach.None none
                                                ? Said.why(none, bench.many())
                                                : "")));
            }
        }
    }

    private Reach reach(Docket docket, Bench bench, Fraction level, Trend trend) {
        if (bench.clauses().isEmpty()) {
            return new Reach.Unknown();
        }
        var rates = new HashMap<>(docket.atTheEnd());
        rates.put(trend.name(), level);
        return bench.asks(bench.many(), rates, scene).all(List.copyOf(bench.clauses()));
    }
}
