// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Who;

/** Looks at who decides: bodies that are not there, chambers without a say, and stages that nothing leads to. */
final class CheckChambers {
    private static final List<String> INDIRECT = List.of("quorum", "veto");

    private final Scene scene;
    private final Complaints complaints;

    CheckChambers(Scene scene) {
        this.scene = scene;
        this.complaints = scene.complaints();
    }

    /** What can be said before any plugin is asked. */
    void policy(Policy policy, String path) {
        for (var stage : policy.stages()) {
            stage.chambers().forEach(chamber -> body(chamber.body(), Docket.place(chamber) + "/body"));
            stage.chambers().forEach(this::officers);
            var seen = new HashMap<String, Chamber>();
            for (var chamber : stage.chambers()) {
                if (!decides(policy, chamber)) {
                    rules(stage, chamber);
                }
                var before = seen.putIfAbsent(chamber.stance() + " " + chamber.body(), chamber);
                if (before != null) {
                    complaints.warning(
                            "same-body-twice",
                            Docket.place(chamber) + "/body",
                            "The same members vote as '" + before.name() + "' and as '" + chamber.name()
                                    + "': two chambers, and one body.");
                }
            }
        }
        policy.proposing().sponsors().ifPresent(sponsors -> body(sponsors.body(), path + "/propose/sponsors/body"));
        reached(policy, path);
    }

    // A quorum or a veto alone says nothing about who is for it, unless silence is consent.
    private static boolean decides(Policy policy, Chamber chamber) {
        return chamber.rules().stream()
                .anyMatch(named -> chamber.stance() == Chamber.Stance.VETOES
                        || policy.optimistic()
                        || !INDIRECT.contains(named.name()));
    }

    private void rules(Stage stage, Chamber chamber) {
        var words = chamber.equals(stage.main())
                ? "No rule says when a proposal passes; 'approval' is missing."
                : "No rule says when '" + chamber.name() + "' says yes, so it never does.";
        complaints.error("no-approval", Docket.place(chamber), words);
    }

    private void officers(Chamber chamber) {
        var roles = new TreeSet<>(scene.constitution().roles().keySet());
        roles.add(Who.FOUNDER);
        chamber.officers()
                .filter(role -> !roles.contains(role))
                .ifPresent(role -> complaints.error(
                        "unknown-officers",
                        Docket.place(chamber) + "/ballot/officers",
                        "There is no role '" + role + "'.",
                        Nearest.to(role, roles)));
    }

    private void body(String name, String path) {
        var bodies = scene.constitution().bodies();
        if (!bodies.containsKey(name)) {
            complaints.error(
                    "unknown-body", path, "There is no body '" + name + "'.", Nearest.to(name, bodies.keySet()));
        }
    }

    private void reached(Policy policy, String path) {
        var reached = new HashSet<>(List.of(policy.first().name()));
        for (var i = 0; i < policy.stages().size(); i++) {
            var stage = policy.stages().get(i);
            if (!reached.contains(stage.name())) {
                complaints.error(
                        "stage-not-reached",
                        Pointer.child(path + "/stages", i),
                        "No stage leads to '" + stage.name() + "'.",
                        "passes: " + stage.name());
            }
            stage.passes().ifPresent(reached::add);
            stage.fails().ifPresent(reached::add);
        }
    }

    /** What plugins say: a chamber that vetoes when nobody speaks. */
    void docket(Docket docket) {
        for (var step : docket.steps()) {
            for (var bench : step.benches()) {
                reasons(bench);
                var silent = bench.asks(bench.many(), docket.atTheEnd(), scene).nobody();
                if (bench.vetoes()
                        && !bench.clauses().isEmpty()
                        && bench.clauses().stream().allMatch(clause -> clause.met(silent))) {
                    complaints.error(
                            "silent-veto",
                            bench.path(),
                            "When nobody of '" + bench.chamber().body() + "' votes, it vetoes: "
                                    + bench.clauses().getFirst().words(silent));
                }
            }
        }
    }

    private void reasons(Bench bench) {
        var known = bench.method().counts();
        bench.chamber().reasons().stream()
                .filter(choice -> !bench.method().countsAreChoices() || !known.contains(choice))
                .forEach(choice -> complaints.error(
                        "unknown-choice",
                        Docket.place(bench.chamber()) + "/ballot/reasons",
                        bench.method().countsAreChoices()
                                ? "Nobody can choose '" + choice + "'; known are " + String.join(", ", known) + "."
                                : "Choices of this method have no names, so no reason can be asked for one of them.",
                        Nearest.to(choice, known)));
    }

    /** Bodies that nobody asks. */
    void unused() {
        var asked = new TreeSet<String>();
        scene.constitution().policies().forEach(policy -> {
            policy.stages().forEach(stage -> stage.chambers().forEach(chamber -> asked.add(chamber.body())));
            policy.proposing().sponsors().ifPresent(sponsors -> asked.add(sponsors.body()));
        });
        scene.constitution().bodies().keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name ->
                        complaints.warning("unused-body", Pointer.child("/bodies", name), "No policy asks this body."));
    }
}
