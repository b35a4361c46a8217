// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.Optional;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Threshold;

/** Looks at thresholds that move with time, where time is watched. */
final class CheckCurves {
    private enum Direction {
        EASIER,
        HARDER
    }

    private final Scene scene;
    private final Complaints complaints;

    CheckCurves(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    /** Between two looks at a clock the outcome may turn once, so what moves with time moves one way. */
    void stage(Docket.Step step) {
        Optional<Clause> easier = Optional.empty();
        Optional<Clause> harder = Optional.empty();
        for (var bench : step.benches()) {
            for (var clause : bench.clauses()) {
                var direction = direction(clause, bench);
                if (direction.equals(Optional.of(Direction.EASIER))) {
                    easier = Optional.of(clause);
                } else if (direction.equals(Optional.of(Direction.HARDER))) {
                    harder = Optional.of(clause);
                }
            }
        }
        lanes(step, easier.isPresent(), harder.isPresent());
        if (easier.isPresent() && harder.isPresent()) {
            complaints.error(
                    "mixed-curves",
                    step.path(),
                    "As time goes by, '" + easier.get().name() + "' makes it easier to pass and '"
                            + harder.get().name() + "' makes it harder: nobody could say when it turns.");
        }
    }

    /** A lane's own condition and what it decides by move the same way, if both do. */
    private void lanes(Docket.Step step, boolean easier, boolean harder) {
        var lanes = step.stage().early();
        for (var i = 0; i < lanes.size(); i++) {
            var lane = lanes.get(i);
            var passes = lane.outcome() == Outcome.PASSED;
            var path = Pointer.child(Pointer.child(Pointer.child(step.path(), "early"), i), "when");
            lane.when()
                    .flatMap(scene::rule)
                    .flatMap(rule -> curve(rule.comparison()))
                    .map(CheckCurves::falls)
                    .filter(falls -> falls == passes ? harder : easier)
                    .ifPresent(
                            falls -> complaints.error(
                                    "mixed-curves",
                                    path,
                                    "As time goes by, this becomes " + (falls ? "easier" : "harder")
                                            + " to meet and what is decided so the other way round: nobody could say when it turns."));
        }
    }

    private static Optional<Direction> direction(Clause clause, Bench bench) {
        return curve(clause.comparison())
                .map(curve -> falls(curve) == (clause.named().blocks() == bench.vetoes())
                        ? Direction.EASIER
                        : Direction.HARDER);
    }

    private static Optional<Curve> curve(Optional<Comparison> comparison) {
        return comparison
                .map(Comparison::threshold)
                .filter(Curve.class::isInstance)
                .filter(Threshold::moves)
                .filter(threshold -> threshold.least().compareTo(threshold.most()) < 0)
                .map(Curve.class::cast);
    }

    private static boolean falls(Curve curve) {
        return switch (curve) {
            case Curve.Linear line -> line.end().compareTo(line.begin()) < 0;
            case Curve.Reciprocal _, Curve.Stepped _ -> true;
        };
    }
}
