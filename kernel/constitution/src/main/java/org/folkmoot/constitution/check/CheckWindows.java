// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.CoolOff;
import org.folkmoot.constitution.Late;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Timing;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Fraction;

/** Looks at spans of time that do not fit into each other. */
final class CheckWindows {
    private static final BigInteger DAY = BigInteger.valueOf(Duration.ofDays(1).toMillis());

    private final Complaints complaints;

    CheckWindows(Scene scene) {
        this.complaints = scene.complaints();
    }

    void policy(Docket docket) {
        for (var step : docket.steps()) {
            var last = step.equals(docket.steps().getLast());
            var path = Pointer.child(step.path(), "timing");
            period(step.stage().timing(), path, last);
            var timing = step.stage().timing();
            timing.late().ifPresent(late -> late(timing, late, step.main(), path + "/late"));
            timing.coolOff().ifPresent(coolOff -> coolOff(timing, coolOff, step, path + "/coolOff"));
            early(step.stage(), step.path());
            step.benches().forEach(bench -> bench.clauses().forEach(clause -> curve(timing, clause)));
        }
    }

    private void period(Timing timing, String path, boolean last) {
        if (timing.period().isZero()) {
            complaints.error("period-not-positive", path + "/period", "Nobody has time to vote.");
        }
        if (last && timing.expires().isZero()) {
            complaints.error(
                    "expires-not-positive",
                    path + "/expires",
                    "What passes has expired at the moment when it may be enacted.");
        }
        if (longer(timing.grace(), timing.period())) {
            complaints.warning(
                    "grace-too-long",
                    path + "/grace",
                    "Ballots are taken for " + timing.grace() + " after a deadline that is " + timing.period()
                            + " after the opening: this is no grace.");
        }
        timing.confirm()
                .filter(Duration::isZero)
                .ifPresent(_ -> complaints.warning(
                        "confirm-nothing", path + "/confirm", "What holds for no time at all passes at once."));
        if (timing.confirm().isPresent() && timing.coolOff().isPresent()) {
            complaints.error(
                    "cool-off-never",
                    path + "/coolOff",
                    "What must be confirmed is decided when it is, and not at the deadline; no cool-off ever begins.");
        }
    }

    private void late(Timing timing, Late late, Bench main, String path) {
        late.rule()
                .filter(rule -> main.clause(rule).isEmpty())
                .ifPresent(rule -> complaints.error(
                        "unknown-rule",
                        path + "/rule",
                        "'" + main.chamber().name() + "' has no rule '" + rule + "'.",
                        Nearest.to(
                                rule, main.clauses().stream().map(Clause::name).toList())));
        var stays = late.extend().or(late::quiet).orElse(Duration.ZERO);
        if (late.upTo().isZero()
                || stays.isZero()
                || late.within().filter(Duration::isZero).isPresent()) {
            complaints.error("late-never", path, "With a time of zero the deadline never moves.");
        } else if (longer(late.upTo(), timing.period())) {
            complaints.warning(
                    "late-too-long",
                    path + "/upTo",
                    "The deadline may move by " + late.upTo() + ", more than the whole period of " + timing.period()
                            + ".");
        }
        late.extend()
                .filter(extend -> longer(extend, late.upTo()))
                .ifPresent(extend -> complaints.error(
                        "late-cut-short",
                        path + "/extend",
                        "The deadline moves by at most " + late.upTo() + ", so nobody ever has " + extend
                                + " to answer.",
                        late.upTo().toString()));
        late.within()
                .filter(within -> longer(within, timing.period()))
                .ifPresent(within -> complaints.warning(
                        "late-at-any-time",
                        path + "/within",
                        within + " before the deadline is before the opening: every ballot is late."));
    }

    private void coolOff(Timing timing, CoolOff coolOff, Docket.Step step, String path) {
        if (coolOff.lasts().isZero()) {
            complaints.error("cool-off-never", path + "/lasts", "A cool-off of no time is none.");
        }
        // In a cool-off every chamber of the stage is open, each for its own choices.
        if (step.benches().stream().allMatch(bench -> bench.method().countsAreChoices())) {
            var known = step.benches().stream()
                    .flatMap(bench -> bench.method().counts().stream())
                    .distinct()
                    .toList();
            coolOff.only().stream()
                    .filter(choice -> !known.contains(choice))
                    .forEach(choice -> complaints.error(
                            "unknown-choice",
                            path + "/only",
                            "Nobody can choose '" + choice + "'; known are " + String.join(", ", known) + ".",
                            Nearest.to(choice, known)));
            if (coolOff.only().containsAll(known)) {
                complaints.warning("cool-off-for-all", path + "/only", "Every choice is taken: nothing cools off.");
            }
        }
        if (coolOff.only().isEmpty()) {
            complaints.error("unknown-choice", path + "/only", "No choice is taken, so nobody can use the time.");
        }
        coolOff.turned()
                .filter(turned -> longer(turned, timing.period()))
                .ifPresent(turned -> complaints.warning(
                        "cool-off-at-any-time",
                        path + "/turned",
                        turned + " before the deadline is before the opening: it always holds."));
    }

    private void early(Stage stage, String path) {
        var open = stage.timing()
                .period()
                .plus(stage.timing().late().map(Late::upTo).orElse(Duration.ZERO))
                .plus(stage.timing().grace());
        for (var i = 0; i < stage.early().size(); i++) {
            var after = stage.early().get(i).after();
            if (!longer(open, after)) {
                complaints.error(
                        "early-too-late",
                        Pointer.child(Pointer.child(path, "early"), i) + "/after",
                        "The poll is closed " + open + " after the opening, so nothing is decided early after " + after
                                + ".");
            }
        }
    }

    /** A curve in parts of 28 for a period of 7 days has been written for another one. */
    private void curve(Timing timing, Clause clause) {
        var days = BigInteger.valueOf(timing.period().toMillis());
        if (days.mod(DAY).signum() != 0 || days.signum() == 0) {
            return;
        }
        clause.comparison()
                .filter(said -> said.threshold() instanceof Curve
                        && said.threshold().moves()
                        && CheckShares.follows(said).isEmpty())
                .flatMap(said -> point((Curve) said.threshold()))
                .filter(point -> isForeign(point, days.divide(DAY)))
                .ifPresent(point -> complaints.warning(
                        "curve-of-another-period",
                        clause.named().rule().path(),
                        point + " of " + timing.period()
                                + " is no whole number of days: the curve was written for a period of "
                                + point.denominator() + " days.",
                        "the point in hours, of " + timing.period().toHours()));
    }

    private static Optional<Fraction> point(Curve curve) {
        return switch (curve) {
            case Curve.Linear line -> Optional.of(line.until());
            case Curve.Reciprocal bow -> Optional.of(bow.at());
            case Curve.Stepped steps -> Optional.of(steps.every());
        };
    }

    // Parts of the period's own hours or finer units are meant as they are; coarse parts, such as halves, too.
    private static boolean isForeign(Fraction point, BigInteger days) {
        var parts = point.denominator();
        var whole = point.numerator().multiply(days).mod(parts).signum() == 0;
        return !whole
                && parts.compareTo(days) > 0
                && parts.mod(days.multiply(BigInteger.valueOf(24))).signum() != 0;
    }

    private static boolean longer(Duration one, Duration other) {
        return one.compareTo(other) > 0;
    }
}
