// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * What a member asks for who delegates: {@code {"body": …, "policy": …, "to": [{"member": …, "weight": 1}], "until": …}}, with at
 * most one of {@code topic}, {@code policy} and {@code poll}.
 *
 * @param to the delegates with their weights; nobody, to vote oneself whatever a wider scope says
 */
public record Wish(String body, Scope scope, Map<Hash, Long> to, Optional<Instant> until) {
    private static final String TOPIC = "topic";
    private static final String POLICY = "policy";
    private static final String POLL = "poll";
    private static final String UNTIL = "until";

    /** Reads the body of an act that names delegates. */
    public static Wish read(Json.Obj body) {
        var fields = Fields.of(body, Set.of("body", "to"), Set.of(TOPIC, POLICY, POLL, UNTIL));
        return new Wish(
                fields.text("body"),
                scope(fields),
                delegates(fields.array("to")),
                Optional.of(UNTIL).filter(fields::has).map(fields::time));
    }

    /** Reads the body of an act that ends a delegation; its wish is for nobody. */
    public static Wish ending(Json.Obj body) {
        var fields = Fields.of(body, Set.of("body"), Set.of(TOPIC, POLICY, POLL));
        return new Wish(fields.text("body"), scope(fields), Map.of(), Optional.empty());
    }

    private static Scope scope(Fields fields) {
        var said = List.of(TOPIC, POLICY, POLL).stream().filter(fields::has).toList();
        if (said.size() > 1)
            throw new Refused(new Refusal.DelegatesInvalid(
                    "It is for one of them, not for " + String.join(" and ", said) + " at once."));
        if (said.isEmpty()) return new Scope.OfBody();
        return switch (said.getFirst()) {
            case TOPIC -> new Scope.OfTopic(fields.text(TOPIC));
            case POLICY -> new Scope.OfPolicy(fields.text(POLICY));
            default -> new Scope.OfPoll(fields.hash(POLL));
        };
    }

    private static Map<Hash, Long> delegates(Json.Arr list) {
        var to = new LinkedHashMap<Hash, Long>();
        for (var item : list.items()) {
            var fields = Fields.of(item, Set.of("member"), Set.of("weight"));
            if (to.put(fields.hash("member"), fields.has("weight") ? fields.count("weight") : 1L) != null)
                throw new Refused(new Refusal.DelegatesInvalid("Somebody is named twice."));
        }
        return to;
    }
}
