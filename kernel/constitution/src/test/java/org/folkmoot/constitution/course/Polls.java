// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;

/** Policies and polls in few words. */
final class Polls {
    private static final String CONSTITUTION = """
            folkmoot: 1
            name: Skerry Commons
            assets: { SKR: { scale: 2, issuance: { cap: 21000000.00 } } }
            admission: { model: registrar, of: founders }
            bodies:
              people: { who: "true", power: equal }
              council: { who: "true", power: equal }
            policies:
              - name: law
                applies: "true"
            """;
    private static final String POLL = "body: people\nballot: { method: for-against-abstain, revote: first }";
    static final String QUORUM = "quorum: { count: [for, against, abstain], of: roll, atLeast: 2/5 }";
    static final String APPROVAL = "approval: { count: [for], of: [for, against], moreThan: 1/2 }";
    static final String TIMING = "timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }";

    private Polls() {}

    /** The policy of a people and a council, with these further lines, or these stages. */
    static Judge judge(String... lines) {
        var own = String.join("\n", lines);
        var policy = own.startsWith("stages:") ? own : POLL + "\n" + own;
        var text = CONSTITUTION + policy.indent(4);
        var constitution = Constitution.read(text.getBytes(UTF_8));
        return Judges.of(constitution, Plugins.installed())
                .find(Optional.of("law"))
                .orElseThrow();
    }

    /** A poll of a hundred with these further lines. */
    static Tally tally(Judge judge, String... lines) {
        var text = "roll: { power: 100 }\n" + String.join("\n", lines);
        return TallyDocument.read(text.getBytes(UTF_8)).tally(Judges.only(judge));
    }

    static String counts(long inFavor, long against, long abstain) {
        return "counts: { for: " + inFavor + ", against: " + against + ", abstain: " + abstain + " }";
    }
}
