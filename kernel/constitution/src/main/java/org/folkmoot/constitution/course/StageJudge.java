// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Chamber.Stance;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Early;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Stage;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.TraceLine;

/** Judges what all chambers of a stage say together. Facts are given by the name of the chamber. */
final class StageJudge {
    private record Lane(Early early, Optional<Bound.Rule<?>> when) {}

    private final Stage stage;
    private final List<ChamberJudge> chambers;
    private final List<Lane> lanes;

    private StageJudge(Stage stage, List<ChamberJudge> chambers, List<Lane> lanes) {
        this.stage = stage;
        this.chambers = chambers;
        this.lanes = lanes;
    }

    static StageJudge of(Stage stage, Plugins plugins) {
        var lanes = new ArrayList<Lane>();
        for (var early : stage.early()) {
            lanes.add(new Lane(early, early.when().map(plugins::rule)));
        }
        return new StageJudge(
                stage,
                stage.chambers().stream()
                        .map(chamber -> ChamberJudge.of(chamber, plugins))
                        .toList(),
                List.copyOf(lanes));
    }

    Stage stage() {
        return stage;
    }

    List<ChamberJudge> chambers() {
        return chambers;
    }

    /** Whether the stage says yes as things stand: enough chambers approve, and too few veto. */
    boolean saysYes(Map<String, Facts> facts) {
        return count(Stance.APPROVES, facts) >= stage.approvals() && count(Stance.VETOES, facts) < stage.vetoes();
    }

    /** Whether what one rule of the policy's own body asks for is reached; without a name, whether the stage says yes. */
    boolean reached(Optional<String> rule, Map<String, Facts> facts) {
        var main = chambers.getFirst();
        return rule.flatMap(name -> main.reached(name, of(main, facts))).orElseGet(() -> saysYes(facts));
    }

    /** Whether the yes or no of the stage stands whatever else is cast. */
    Optional<Outcome> settled(Map<String, Facts> facts) {
        var approvals = settled(Stance.APPROVES, facts);
        var vetoes = settled(Stance.VETOES, facts);
        if (yes(approvals) >= stage.approvals() && vetoes.size() - no(vetoes) < stage.vetoes()) {
            return Optional.of(Outcome.PASSED);
        }
        var lost = approvals.size() - no(approvals) < stage.approvals() || yes(vetoes) >= stage.vetoes();
        return lost ? Optional.of(Outcome.REJECTED) : Optional.empty();
    }

    /**
     * The first early decision whose time has come and whose conditions hold.
     *
     * @param own the facts of ballots that are their voters' own, by which alone a decision may be irreversible
     */
    Optional<Early> early(Map<String, Facts> facts, Map<String, Facts> own, Duration open) {
        for (var lane : lanes) {
            if (open.compareTo(lane.early.after()) >= 0 && holds(lane, facts, own)) {
                return Optional.of(lane.early);
            }
        }
        return Optional.empty();
    }

    private boolean holds(Lane lane, Map<String, Facts> facts, Map<String, Facts> own) {
        var main = of(chambers.getFirst(), facts);
        if (lane.when.isPresent() && !lane.when.get().isMet(main)) {
            return false;
        }
        return lane.early.irreversible()
                ? settled(own).equals(Optional.of(lane.early.outcome()))
                : saysYes(facts) == (lane.early.outcome() == Outcome.PASSED);
    }

    /** The decision as things stand, with its trace. */
    Decision decide(Map<String, Facts> facts, List<String> winners, String prefix) {
        var trace = new ArrayList<TraceLine>();
        var approvals = 0;
        var vetoes = 0;
        for (var judge : chambers) {
            var name = chambers.size() > 1 ? judge.chamber().name() + "/" : "";
            var lines = judge.trace(of(judge, facts), prefix + name);
            trace.addAll(lines);
            if (judge.saysYes(lines)) {
                approvals += judge.chamber().stance() == Stance.APPROVES ? 1 : 0;
                vetoes += judge.chamber().stance() == Stance.VETOES ? 1 : 0;
            }
        }
        var yes = approvals >= stage.approvals() && vetoes < stage.vetoes();
        var missed = trace.stream().filter(line -> !line.passed()).toList();
        if (trace.isEmpty()) {
            return new Decision(
                    Outcome.REJECTED, List.of(), trace, "Rejected: the policy has no rule by which it could pass.");
        }
        return yes
                ? new Decision(Outcome.PASSED, winners, trace, "Passed: " + words(trace))
                : new Decision(Outcome.REJECTED, List.of(), trace, "Rejected: " + words(missed));
    }

    private static String words(List<TraceLine> lines) {
        return lines.stream().map(line -> line.rule() + ": " + line.words()).collect(Collectors.joining(" "));
    }

    private long count(Stance stance, Map<String, Facts> facts) {
        return chambers.stream()
                .filter(judge -> judge.chamber().stance() == stance && judge.saysYes(of(judge, facts)))
                .count();
    }

    private List<Optional<Boolean>> settled(Stance stance, Map<String, Facts> facts) {
        return chambers.stream()
                .filter(judge -> judge.chamber().stance() == stance)
                .map(judge -> judge.settled(of(judge, facts)))
                .toList();
    }

    private static long yes(List<Optional<Boolean>> settled) {
        return settled.stream().filter(Optional.of(true)::equals).count();
    }

    private static long no(List<Optional<Boolean>> settled) {
        return settled.stream().filter(Optional.of(false)::equals).count();
    }

    static Facts of(ChamberJudge judge, Map<String, Facts> facts) {
        var found = facts.get(judge.chamber().name());
        if (found == null) {
            throw new IllegalArgumentException(
                    "no facts of the chamber " + judge.chamber().name());
        }
        return found;
    }
}
