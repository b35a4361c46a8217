// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.Deposit;
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
    private record Case(Deposit.Disposition disposition, Optional<Bound.Rule<?>> share) {}

    private final Policy policy;
    private final List<StageJudge> stages;
    private final List<Case> cases;

    private Judge(Policy policy, List<StageJudge> stages, List<Case> cases) {
        this.policy = policy;
        this.stages = stages;
        this.cases = cases;
    }

    /** Binds a policy, or throws {@link org.folkmoot.constitution.ConstitutionRefused} if a plugin is not installed. */
    public static Judge of(Policy policy, Plugins plugins) {
        var stages = policy.stages().stream()
                .map(stage -> StageJudge.of(stage, plugins))
                .toList();
        var cases = policy.deposit().map(Deposit::dispositions).orElse(List.of()).stream()
                .map(said -> new Case(said, said.share().map(plugins::rule)))
                .toList();
        return new Judge(policy, stages, cases);
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
        var facts = Facts.of(result, roll.power(), roll.members())
                .with(roll.measures(), Map.of(Facts.ELAPSED, Fraction.of(1, 1)));
        return decide(stage.name(), Map.of(stage.main().name(), facts), result.winners());
    }

    private String prefix(String stage) {
        return policy.stages().size() > 1 ? stage + "/" : "";
    }

    /** What becomes of the deposit of a proposal that was decided so; refunded, if the policy asks for none. */
    public Fate fate(Decision decision, Facts main) {
        return fate("", decision, main);
    }

    /**
     * What becomes of the deposit of a proposal that ended otherwise than by its decision: {@code cancelled},
     * {@code expired} or {@code failed}. Without such an end, its decision says.
     */
    public Fate fate(String end, Decision decision, Facts main) {
        var stopped = decision.trace().stream()
                .filter(line -> !line.passed())
                .map(TraceLine::rule)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .findFirst();
        var passed = decision.outcome() == Outcome.PASSED;
        var ended = end.isEmpty() ? passed ? "passed" : "rejected" : end;
        var rejected = ended.equals("rejected");
        for (var one : cases) {
            var fits = one.disposition
                    .when()
                    .map(when -> when.equals(ended) || rejected && stopped.equals(Optional.of(when)))
                    .orElse(true);
            if (fits && one.share.map(share -> share.judge(main).passed()).orElse(true)) {
                return new Fate(one.disposition.then(), one.disposition.part());
            }
        }
        return new Fate(policy.deposit().map(Deposit::otherwise).orElse(Deposit.Fate.REFUND), Fraction.of(1, 1));
    }

    /** What becomes of a deposit, and how much of it. */
    public record Fate(Deposit.Fate fate, Fraction part) {}
}
