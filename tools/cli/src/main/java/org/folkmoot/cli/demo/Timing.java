// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.folkmoot.record.Json;

/**
 * How long the demo's poll takes. A community gives itself days; the demo gives its voters as many seconds as this machine
 * needs, and writes them into the constitution before it founds the community.
 */
record Timing(int delaySeconds, int periodSeconds, int timelockSeconds) {
    /** A ballot costs a good deal more than the verification of its signature, and the machine has other work to do. */
    private static final long VERIFICATIONS_PER_BALLOT = 14;

    private static final long SIGNATURES_PER_BALLOT = 4;
    private static final int MOST_SECONDS = 90;

    static Timing of(int ballots, long verifyPerSecond) {
        return new Timing(
                seconds(ballots, SIGNATURES_PER_BALLOT, verifyPerSecond) + 3,
                seconds(ballots, VERIFICATIONS_PER_BALLOT, verifyPerSecond) + 6,
                3);
    }

    private static int seconds(int ballots, long cost, long verifyPerSecond) {
        return (int) Math.min(MOST_SECONDS, Math.ceilDiv(ballots * cost, Math.max(1, verifyPerSecond)));
    }

    /** The constitution with these seconds in the timing of the named policy. */
    Json.Obj into(Json.Obj constitution, String policy) {
        var document = new LinkedHashMap<>(constitution.members());
        var policies = ((Json.Arr) constitution.get("policies").orElseThrow())
                .items().stream().map(each -> timed((Json.Obj) each, policy)).toList();
        document.put("policies", new Json.Arr(policies));
        return new Json.Obj(document);
    }

    private Json timed(Json.Obj policy, String name) {
        if (!policy.get("name").equals(Optional.of(new Json.Str(name)))) return policy;
        var timing = new LinkedHashMap<>(((Json.Obj) policy.get("timing").orElseThrow()).members());
        timing.put("delay", seconds(delaySeconds));
        timing.put("period", seconds(periodSeconds));
        timing.put("timelock", seconds(timelockSeconds));
        var copy = new LinkedHashMap<>(policy.members());
        copy.put("timing", new Json.Obj(timing));
        return new Json.Obj(copy);
    }

    private static Json seconds(int seconds) {
        return new Json.Str("PT" + seconds + "S");
    }
}
