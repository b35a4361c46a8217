// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.TraceLine;

/** Decides a poll: all rules of its policy are asked, and all must pass. The same facts always decide alike. */
public final class Decide {
    private Decide() {}

    /** Judges a result by a policy, or throws {@link ConstitutionRefused} if a rule's plugin is not installed. */
    public static Decision decide(
            Policy policy, Result result, BigInteger rollPower, long rollMembers, Plugins plugins) {
        var facts = Facts.of(result, rollPower, rollMembers);
        // Every rule is asked even after one has failed, so that the trace is whole.
        var trace = policy.allRules().stream()
                .map(named -> plugins.rule(named.rule()).judge(facts).line().named(named.name()))
                .toList();
        var failed = trace.stream().filter(line -> !line.passed()).toList();
        if (trace.isEmpty()) {
            return new Decision(
                    Outcome.REJECTED, List.of(), trace, "Rejected: the policy has no rule by which it could pass.");
        }
        return failed.isEmpty()
                ? new Decision(Outcome.PASSED, result.winners(), trace, "Passed: " + words(trace))
                : new Decision(Outcome.REJECTED, List.of(), trace, "Rejected: " + words(failed));
    }

    private static String words(List<TraceLine> lines) {
        return lines.stream().map(line -> line.rule() + ": " + line.words()).collect(Collectors.joining(" "));
    }
}
