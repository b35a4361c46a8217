// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.reach.FindBallots;
import org.folkmoot.constitution.reach.Reach;
import org.folkmoot.constitution.reach.Wish;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** Tries a policy on no turnout at all. */
final class CheckTurnout {
    private final Scene scene;

    CheckTurnout(Scene scene) {
        this.scene = scene;
    }

    void policy(Docket docket) {
        var passing = silence(docket);
        if (passing.isPresent() && !docket.policy().optimistic()) {
            scene.complaints()
                    .error(
                            "zero-turnout",
                            docket.path(),
                            "A proposal passes when nobody votes at all.",
                            "optimistic: true");
        }
        if (docket.policy().optimistic()) {
            optimistic(docket, passing);
        }
        var silent = docket.policy().optimistic() || passing.isPresent();
        var one = new CheckOneBallot(scene.complaints());
        docket.steps().forEach(step -> step.benches().forEach(bench -> one.chamber(docket, bench, silent)));
    }

    /** The stages that a proposal goes through when nobody votes, if it passes then. */
    private Optional<List<Docket.Step>> silence(Docket docket) {
        var way = new ArrayList<Docket.Step>();
        var at = Optional.of(docket.steps().getFirst());
        while (at.isPresent()) {
            var step = at.get();
            way.add(step);
            var passed = passesInSilence(docket, step);
            var next = passed ? step.stage().passes() : step.stage().fails();
            if (next.isEmpty()) {
                return passed ? Optional.of(way) : Optional.empty();
            }
            at = docket.steps().stream()
                    .filter(other -> other.stage().name().equals(next.get()))
                    .findFirst();
        }
        return Optional.empty();
    }

    private boolean passesInSilence(Docket docket, Docket.Step step) {
        return passesInSilence(docket, step, docket.atTheEnd())
                || step.watchesTime() && passesInSilence(docket, step, docket.atTheOpening());
    }

    private boolean passesInSilence(Docket docket, Docket.Step step, Map<String, Fraction> rates) {
        var facts = new HashMap<String, Facts>();
        step.benches()
                .forEach(bench -> facts.put(
                        bench.chamber().name(),
                        bench.asks(bench.many(), rates, scene).nobody()));
        return docket.judge().decide(step.stage().name(), facts, List.of()).outcome() == Outcome.PASSED;
    }

    private void optimistic(Docket docket, Optional<List<Docket.Step>> passing) {
        var place = Pointer.child(docket.path(), "optimistic");
        if (passing.isEmpty() && docket.steps().stream().noneMatch(step -> passesInSilence(docket, step))) {
            scene.complaints()
                    .warning("not-optimistic", place, "Though it is called optimistic, it fails when nobody votes.");
        } else if (passing.filter(steps -> steps.stream().noneMatch(step -> canSayNo(docket, step)))
                .isPresent()) {
            scene.complaints()
                    .error("no-objection", place, "It passes when nobody votes, and no ballots could ever stop it.");
        }
    }

    private boolean canSayNo(Docket docket, Docket.Step step) {
        return step.benches().stream()
                .anyMatch(bench -> bench.vetoes()
                        ? !(ask(docket, bench).all(bench.clauses()) instanceof Reach.None)
                        : bench.clauses().stream()
                                .anyMatch(clause -> !(ask(docket, bench).ask(List.of(new Wish(clause, false)))
                                        instanceof Reach.None)));
    }

    private FindBallots ask(Docket docket, Bench bench) {
        return bench.asks(bench.many(), docket.atTheEnd(), scene);
    }
}
