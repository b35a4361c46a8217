// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.policy.Result;

/** Rules that a case states, as the policy that a community would write, and what it decides. */
final class PolicyText {
    private static final String AROUND = """
            folkmoot: 1
            name: A community with the rules of the case
            assets: { VOTE: { scale: 0 } }
            admission: { model: token-gated, asset: VOTE, atLeast: 1 }
            bodies:
              voters: { who: "true", power: { plugin: balance, asset: VOTE } }
            policies:
              - name: rules
                applies: "true"
                body: voters
            """;
    private static final Plugins PLUGINS = Plugins.installed();

    private PolicyText() {}

    /** The judge of a policy whose own lines are these. */
    static Judge judge(String lines) {
        var text = AROUND + lines.indent(4);
        try {
            var policy = Constitution.read(text.getBytes(StandardCharsets.UTF_8))
                    .policies()
                    .getFirst();
            return Judge.of(policy, PLUGINS);
        } catch (ConstitutionRefused e) {
            throw new NotSupported("No policy can have these rules: " + e.getMessage());
        }
    }

    static Plugins plugins() {
        return PLUGINS;
    }

    /** Counts of a motion, as a voting method would give them. */
    static Result result(Map<String, BigInteger> counts) {
        return new Result(counts.size(), List.of(), counts, List.of(), "");
    }

    static Electorate roll(BigInteger power) {
        return new Electorate(power, power.signum(), Map.of());
    }
}
