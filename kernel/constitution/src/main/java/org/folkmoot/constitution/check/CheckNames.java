// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Sums;

/** Looks at the names that shares add up: counts that the method has, the roll, trends, and what is measured. */
final class CheckNames {
    /** Ballots that say nothing. */
    private static final Set<String> SILENT = Set.of("abstain", "blank", "exhausted");

    private final Scene scene;
    private final Set<String> counts = new TreeSet<>();

    CheckNames(Scene scene) {
        this.scene = scene;
        scene.plugins().ids().getOrDefault("methods", List.of()).forEach(this::learn);
    }

    // A method that cannot be called without settings only teaches nothing.
    private void learn(String method) {
        try {
            counts.addAll(scene.plugins()
                    .method(new PluginCall(method, Map.of(), "", ""))
                    .counts());
        } catch (ConstitutionRefused _) {
            return;
        }
    }

    void comparison(Docket docket, Bench bench, Comparison said, String path) {
        names(bench, said.count(), Pointer.child(path, "count"));
        names(bench, said.of(), Pointer.child(path, "of"));
        names(bench, said.less(), Pointer.child(path, "less"));
        said.pad().ifPresent(pad -> {
            names(bench, pad.of(), path + "/pad/of");
            names(bench, pad.with(), path + "/pad/with");
        });
        if (said.threshold() instanceof Curve curve) {
            var at = Pointer.child(path, said.strict() ? "moreThan" : "atLeast");
            names(bench, curve.along().count(), Pointer.child(at, "count"));
            names(bench, curve.along().of(), Pointer.child(at, "of"));
            follows(docket, curve, at);
        }
        said.pad()
                .map(Comparison.Padding::upTo)
                .filter(Curve.class::isInstance)
                .ifPresent(curve -> follows(docket, (Curve) curve, path + "/pad/upTo"));
        silent(bench, said, path);
    }

    private void follows(Docket docket, Curve curve, String at) {
        var along = curve.along();
        var trends = docket.policy().trends().keySet();
        if (along.count().isEmpty() && !along.rate().equals(Facts.ELAPSED) && !trends.contains(along.rate())) {
            scene.complaints()
                    .error(
                            "unknown-trend",
                            Pointer.child(at, "over"),
                            "The policy has no trend '" + along.rate() + "'.",
                            Nearest.to(along.rate(), trends));
        }
    }

    /** Complains of names that the method does not count, though another one does or they are nearly right. */
    void names(Bench bench, List<String> names, String path) {
        var own = bench.method().counts();
        for (var name : names) {
            if (own.contains(name) || name.equals(Sums.ROLL) || name.equals(Sums.MEMBERS)) {
                continue;
            }
            var near = Nearest.to(name, new LinkedHashSet<>(own));
            if (counts.contains(name) || !near.isEmpty()) {
                scene.complaints()
                        .error(
                                "unknown-count",
                                path,
                                "'" + bench.method().id() + "' does not count '" + name + "'; it counts "
                                        + String.join(", ", own) + ".",
                                near);
            }
        }
    }

    private void silent(Bench bench, Comparison said, String path) {
        var cast = !said.absolute() && bench.method().counts().containsAll(said.of());
        if (SILENT.containsAll(said.count()) && quorum(bench, path)) {
            scene.complaints()
                    .warning(
                            "silent-quorum",
                            path,
                            "Only ballots that say nothing count here: whoever is for it does not help to reach it.",
                            "count: [" + String.join(", ", bench.method().counts()) + "]");
        } else if (cast
                && !SILENT.containsAll(said.count())
                && said.count().stream().anyMatch(SILENT::contains)) {
            scene.complaints()
                    .warning(
                            "silent-consent",
                            path,
                            "Ballots that say nothing count as consent: " + String.join(" + ", said.count()) + " of "
                                    + String.join(" + ", said.of()) + ".");
        }
    }

    private static boolean quorum(Bench bench, String path) {
        return bench.clauses().stream()
                .filter(clause -> !clause.named().blocks())
                .map(Clause::named)
                .anyMatch(named -> named.rule().path().equals(path));
    }
}
