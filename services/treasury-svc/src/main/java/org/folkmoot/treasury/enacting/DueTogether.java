// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/**
 * Reads what is due together: one enactment whose action lists several, each with its place in the proposal. Each of them gets
 * the name that it would have alone, so that its outcome is final however it was asked for.
 */
final class DueTogether {
    private DueTogether() {}

    /** What is due together, each as if it were due alone, in order; nothing if it is one action. */
    static List<EnactmentDueV1> parts(EnactmentDueV1 due) {
        return StrictJson.parse(due.action().getBytes(UTF_8)) instanceof Json.Obj action
                        && action.get("type").equals(Optional.of(new Json.Str(EnactmentDueV1.TOGETHER)))
                ? parts(due, action)
                : List.of();
    }

    private static List<EnactmentDueV1> parts(EnactmentDueV1 due, Json.Obj action) {
        var said = Fields.exactly(action, Set.of("actions", "type")).array("actions");
        var parts = new ArrayList<EnactmentDueV1>();
        for (var item : said.items()) {
            var part = Fields.exactly(item, Set.of("action", "index"));
            var index = part.count("index");
            if (parts.isEmpty()
                    ? index != due.actionIndex()
                    : index <= parts.getLast().actionIndex())
                throw new EnactmentForged("not the place of an action: " + index);
            parts.add(alone(due, (int) index, part.value("action")));
        }
        if (parts.isEmpty()) throw new EnactmentForged("nothing is due together");
        return parts;
    }

    private static EnactmentDueV1 alone(EnactmentDueV1 due, int index, Json action) {
        return new EnactmentDueV1(
                due.community(),
                due.proposal(),
                name(due, index),
                index,
                due.attempt(),
                action.canonicalText(),
                due.dueAt());
    }

    /** The name binds an enactment to its community, so nobody's decision can move somebody else's money. */
    static String name(EnactmentDueV1 due, int index) {
        var parts = Map.of(
                "action", index,
                "attempt", due.attempt(),
                "community", due.community(),
                "proposal", due.proposal());
        return Hash.of(Json.object(parts).canonical()).hex();
    }
}
