// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.TraceLine;

/** A policy with its plugins, ready to judge as often as is asked. The same facts are always judged alike. */
public final class Judge {
    private final Policy policy;
    private final List<StageJudge> stages;
    private final DepositJudge deposit;

    private Judge(Policy policy, List<StageJudge> stages, DepositJudge deposit) {
        this.policy = policy;
        this.stages = stages;
        this.deposit = deposit;
    }

    /** Binds a policy, or throws {@link org.folkmoot.constitution.ConstitutionRefused} if a plugin is not installed. */
    public static Judge of(Policy policy, Plugins plugins) {
        var stages = policy.stages().stream()
                .map(stage -> StageJudge.of(stage, plugins))
                .toList();
        return new Judge(policy, stages, DepositJudge.of(policy.deposit(), plugins));
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    List<StageJudge> stages() {
        return stages;
    }

    StageJudge stage(String name) {
        return stages.stream()
                .filter(judge -> judge.stage().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Decides what the ballots of a stage come to, by the name of the chamber. */
    public Decision decide(String stage, Map<String, Facts> facts, List<String> winners) {
        return stage(stage).decide(facts, winners, prefix(stage));
    }

    /** Decides a policy of one stage and one chamber at its deadline. */
    public Decision decide(Result result, Electorate roll) {
        return decide(policy.first(), result, roll);
    }

    /** Decides a stage of one chamber at its deadline. */
    public Decision decide(Stage stage, Result result, Electorate roll) {
        var main = stage.main();
        return decide(stage, Map.of(main.name(), result), Map.of(main.body(), roll));
    }

    /**
     * Decides a stage at its deadline.
     *
     * @param results what each chamber counted, by its name; one that is not there has counted nothing
     * @param electorates the rolls, by body
     */
    public Decision decide(Stage stage, Map<String, Result> results, Map<String, Electorate> electorates) {
        var facts = new HashMap<String, Facts>();
        for (var judge : stage(stage.name()).chambers()) {
            var chamber = judge.chamber();
            var roll = electorates.getOrDefault(chamber.body(), Electorate.NOBODY);
            var result = results.getOrDefault(chamber.name(), judge.nothing());
            facts.put(
                    chamber.name(),
                    Facts.of(result, roll.power(), roll.members())
                            .with(roll.measures(), Map.of(Facts.ELAPSED, Fraction.of(1, 1))));
        }
        var main = results.get(stage.main().name());
        return decide(stage.name(), facts, main == null ? List.of() : main.winners());
    }

    private String prefix(String stage) {
        return policy.stages().size() > 1 ? stage + "/" : "";
    }

    /** What becomes of the deposit of a proposal that was decided so; refunded, if the policy asks for none. */
    public DepositJudge.Fate fate(Decision decision, Facts main) {
        return fate("", decision, main);
    }

    /**
     * What becomes of the deposit of a proposal that ended otherwise than by its decision: {@code cancelled},
     * {@code expired} or {@code failed}. Without such an end, its decision says.
     */
    public DepositJudge.Fate fate(String end, Decision decision, Facts main) {
        var stopped = DepositJudge.stopped(
                decision.trace().stream().filter(line -> !line.passed()).map(TraceLine::rule));
        var passed = decision.outcome() == Outcome.PASSED;
        var ended = end.isEmpty() ? passed ? "passed" : DepositJudge.REJECTED : end;
        return deposit.fate(ended, stopped, main);
    }
}
