// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Json;

/** Says which of two policies is stricter: by the order that the constitution states, else by what they say. */
public final class Ranking {
    private final List<String> strictest;
    private final Map<String, Json.Obj> policies = new LinkedHashMap<>();

    private Ranking(List<String> strictest) {
        this.strictest = List.copyOf(strictest);
    }

    /** Reads the policies of a constitution, and the order that it states. */
    public static Ranking of(List<String> strictest, Json.Obj constitution) {
        var ranking = new Ranking(strictest);
        if (constitution.get("policies").orElse(new Json.Bool(false)) instanceof Json.Arr(List<Json> all)) {
            for (var one : all) {
                if (one instanceof Json.Obj policy
                        && policy.get("name").orElse(new Json.Bool(false)) instanceof Json.Str(String name)) {
                    ranking.policies.putIfAbsent(name, policy);
                }
            }
        }
        return ranking;
    }

    /** Whether the constitution states an order. */
    boolean isStated() {
        return !strictest.isEmpty();
    }

    /** Whether a policy has a place in the stated order. */
    boolean ranks(String policy) {
        return strictest.contains(policy);
    }

    /** The policies that the stated order calls stricter than this one. */
    List<String> above(String policy) {
        return strictest.subList(0, Math.max(0, strictest.indexOf(policy)));
    }

    /** Tells whether the first is at least as strict: a stated order is believed, else it must be shown. */
    public boolean atLeast(String policy, String than) {
        if (policy.equals(than)) {
            return true;
        }
        return ranks(policy) && ranks(than)
                ? strictest.indexOf(policy) < strictest.indexOf(than)
                : isShown(policy, than);
    }

    /** Tells whether the first is shown to be at least as strict by what the two say. */
    public boolean isShown(String policy, String than) {
        var own = policies.get(policy);
        var its = policies.get(than);
        return own != null && its != null && Strictness.atLeast(own, its);
    }
}
