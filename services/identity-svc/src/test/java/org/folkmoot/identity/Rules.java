// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Json;

/** A small constitution that works, and ways to change it. */
final class Rules {
    private Rules() {}

    static Map<String, Object> of(String name) {
        return of(name, "founders");
    }

    static Map<String, Object> of(String name, Object registrars) {
        var share = Map.of("count", List.of("for"), "of", List.of("for", "against"), "moreThan", "1/2", "tie", "fails");
        var policy = new TreeMap<String, Object>(Map.of(
                "name",
                "everything",
                "applies",
                "true",
                "body",
                "members",
                "ballot",
                Map.of("method", "for-against-abstain", "revote", "last"),
                "approval",
                share,
                "timing",
                Map.of("delay", "PT1S", "period", "PT1M", "timelock", "PT0S", "expires", "P1D")));
        return new TreeMap<>(Map.of(
                "folkmoot", 1,
                "name", name,
                "admission", Map.of("model", "registrar", "of", registrars),
                "bodies", Map.of("members", Map.of("who", "true", "power", "equal")),
                "policies", List.of(policy)));
    }

    static Map<String, Object> with(Map<String, Object> rules, String section, Object value) {
        var changed = new TreeMap<>(rules);
        changed.put(section, value);
        return changed;
    }

    /** The rules with something more in their one policy. */
    @SuppressWarnings("unchecked") // the keys of an object are texts
    static Map<String, Object> withInPolicy(Map<String, Object> rules, String key, Object value) {
        var policies = (List<Map<String, Object>>) rules.getOrDefault("policies", List.of());
        return with(rules, "policies", List.of(with(policies.getFirst(), key, value)));
    }

    static Constitution read(Map<String, ?> rules) {
        return Constitution.of(Json.object(rules));
    }
}
