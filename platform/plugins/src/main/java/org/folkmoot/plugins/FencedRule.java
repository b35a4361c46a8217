// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.util.Set;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Verdict;

/** A third party's rule: its verdict counts only if its trace proves it. */
final class FencedRule<S extends Record> extends FencedPlugin<S> implements DecisionRule<S> {
    private final DecisionRule<S> rule;

    FencedRule(DecisionRule<S> rule, Made made, Fence fence) {
        super(made, fence);
        this.rule = rule;
    }

    @Override
    public Verdict judge(Facts facts, S settings) {
        return fence().ask(fence().limits().call(), () -> Answers.verdict(rule.judge(facts, settings)));
    }

    @Override
    public boolean settledByExtremes(S settings, Set<String> counts) {
        return fence().ask(fence().limits().call(), () -> rule.settledByExtremes(settings, counts));
    }
}
