// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Chamber.Stance;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Early;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Revote;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Facts;

/** Looks at decisions before the deadline: those that never come, and those that come too soon. */
final class CheckEarly {
    private final Scene scene;
    private final Complaints complaints;

    CheckEarly(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    void policy(Docket docket) {
        for (var step : docket.steps()) {
            var lanes = step.stage().early();
            for (var i = 0; i < lanes.size(); i++) {
                var path = Pointer.child(Pointer.child(step.path(), "early"), i);
                if (lanes.get(i).irreversible()) {
                    irreversible(step, lanes.get(i), path);
                } else {
                    race(docket, step, lanes.get(i), path);
                }
            }
            if (step.watchesTime()) {
                new CheckCurves(scene).stage(step);
            }
        }
    }

    private void irreversible(Docket.Step step, Early early, String path) {
        var passes = early.outcome() == Outcome.PASSED;
        if (passes ? canSettleYes(step) : canSettleNo(step)) {
            return;
        }
        var at = Pointer.child(path, passes ? "passes" : "fails");
        var last = step.benches().stream()
                .filter(bench -> bench.chamber().revote() == Revote.LAST)
                .findFirst();
        var closed = step.benches().stream()
                .filter(bench -> !bench.method().countsForetell())
                .findFirst();
        var live = step.benches().stream().filter(this::changes).findFirst();
        var delegating = step.benches().stream().filter(this::takesBack).findFirst();
        if (delegating.isPresent()) {
            complaints.error(
                    "early-and-delegation",
                    at,
                    "Whoever delegates in '" + delegating.get().chamber().body()
                            + "' has no ballot any more, and everybody may until the close, so nothing is irreversible before"
                            + " it, and this never happens.",
                    "override: own");
        } else if (live.isPresent()) {
            complaints.error(
                    "early-and-recount",
                    at,
                    "The roll of '" + live.get().chamber().body()
                            + "' changes while the poll is open, so nothing is irreversible before the close, and this never"
                            + " happens.",
                    "changes: ignore");
        } else if (last.isPresent()) {
            complaints.error(
                    "early-and-revote",
                    at,
                    "As members may change their ballots until the close, nothing is irreversible before it, and this never"
                            + " happens.",
                    "revote: first");
        } else if (closed.isPresent()) {
            complaints.error(
                    "early-never",
                    at,
                    "Nobody can tell how missing ballots change what '"
                            + closed.get().method().id() + "' counts, so this never happens.");
        } else {
            complaints.warning(
                    "early-unsettled",
                    at,
                    "A whole that is padded or does not hold what is counted, and a threshold that follows the ballots, bend:"
                            + " while ballots are missing, nobody can tell, and this never happens.");
        }
    }

    private boolean settles(Bench bench) {
        return bench.chamber().revote() == Revote.FIRST
                && bench.method().countsForetell()
                && !changes(bench)
                && !takesBack(bench);
    }

    private boolean changes(Bench bench) {
        return scene.constitution()
                .body(bench.chamber().body())
                .filter(body -> body.changes() != Changes.IGNORE)
                .isPresent();
    }

    /** Whether a ballot that was cast may be taken back by delegating. */
    private boolean takesBack(Bench bench) {
        return scene.constitution()
                .body(bench.chamber().body())
                .flatMap(Body::delegation)
                .filter(said -> !said.keepsOwnBallots())
                .isPresent();
    }

    private boolean settlesYes(Bench bench) {
        return settles(bench) && bench.clauses().stream().allMatch(clause -> settles(bench, clause));
    }

    private boolean settlesNo(Bench bench) {
        return settles(bench) && bench.clauses().stream().anyMatch(clause -> settles(bench, clause));
    }

    private static boolean settles(Bench bench, Clause clause) {
        return clause.rule().settledByExtremes(Set.copyOf(bench.method().counts()));
    }

    private boolean canSettleYes(Docket.Step step) {
        var yes = of(step, Stance.APPROVES).stream().filter(this::settlesYes).count();
        var unsure = of(step, Stance.VETOES).stream()
                .filter(bench -> !settlesNo(bench))
                .count();
        return yes >= step.stage().approvals() && unsure < step.stage().vetoes();
    }

    private boolean canSettleNo(Docket.Step step) {
        var approving = of(step, Stance.APPROVES);
        var no = approving.stream().filter(this::settlesNo).count();
        var vetoes = of(step, Stance.VETOES).stream().filter(this::settlesYes).count();
        return approving.size() - no < step.stage().approvals()
                || vetoes >= step.stage().vetoes();
    }

    private static List<Bench> of(Docket.Step step, Stance stance) {
        return step.benches().stream()
                .filter(bench -> bench.chamber().stance() == stance)
                .toList();
    }

    // The first ballots decide, though those that are missing would turn it.
    private void race(Docket docket, Docket.Step step, Early early, String path) {
        if (!early.after().isZero()
                || early.when().isPresent()
                || step.benches().size() > 1) {
            return;
        }
        var bench = step.main();
        if (!bench.method().countsAreChoices()) {
            return;
        }
        turned(docket, bench)
                .ifPresent(first -> complaints.warning(
                        "early-race",
                        Pointer.child(path, "passes"),
                        "It passes with the first " + first + " ballots of " + Bench.MANY
                                + ", though those that are missing could still turn it; 'after' or 'when' gives them time.",
                        "irreversible"));
    }

    /** The fewest ballots, all alike, that pass and that the missing ones could turn. */
    private Optional<Long> turned(Docket docket, Bench bench) {
        for (var count : bench.method().counts()) {
            var low = 0L;
            var high = Bench.MANY;
            if (!passes(docket, bench, count, high)) {
                continue;
            }
            while (high - low > 1) {
                var middle = (low + high) / 2;
                if (passes(docket, bench, count, middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            var enough = high;
            if (bench.method().counts().stream()
                    .anyMatch(other -> !holds(bench, facts(docket, bench, count, enough, other)))) {
                return Optional.of(enough);
            }
        }
        return Optional.empty();
    }

    private boolean passes(Docket docket, Bench bench, String count, long votes) {
        return holds(bench, facts(docket, bench, count, votes, ""));
    }

    private static boolean holds(Bench bench, Facts facts) {
        return bench.clauses().stream().allMatch(clause -> clause.met(facts));
    }

    private Facts facts(Docket docket, Bench bench, String count, long votes, String rest) {
        var counts = new LinkedHashMap<String, BigInteger>();
        bench.method().counts().forEach(name -> counts.put(name, BigInteger.ZERO));
        counts.merge(count, BigInteger.valueOf(votes), BigInteger::add);
        counts.computeIfPresent(rest, (_, before) -> before.add(BigInteger.valueOf(Bench.MANY - votes)));
        var roll = bench.many();
        return new Facts(
                votes, counts, roll.power(), roll.members(), List.of(), roll.measures(), docket.atTheOpening());
    }
}
