// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.ActionJson;

/**
 * Reads what is due together: one enactment whose action lists several, each with its place in the proposal. Each of them gets
 * the name that it would have alone, so that its outcome is final however it was asked for.
 */
final class DueTogether {
    private static final int FIRST = 1;

    private DueTogether() {}

    /** What is due together, each as if it were due alone, in order; nothing if it is one action. */
    static List<EnactmentDueV1> parts(EnactmentDueV1 due) {
        return ActionJson.of(due)
                .filter(action -> action.type().equals(EnactmentDueV1.TOGETHER))
                .map(action -> parts(due, action.said()))
                .orElseGet(List::of);
    }

    private static List<EnactmentDueV1> parts(EnactmentDueV1 due, Json.Obj action) {
        var parts =
                listed(due, Fields.exactly(action, Set.of("actions", "type")).array("actions"));
        if (parts.isEmpty() || parts.getFirst().actionIndex() != due.actionIndex())
            throw new IllegalArgumentException("not the place of the first action: " + due.actionIndex());
        return parts;
    }

    /** The actions of a list, each as if it were due alone for the first time. */
    static List<EnactmentDueV1> listed(String community, String proposal, String actions, Instant at) {
        var list = ActionJson.list(actions).orElseThrow(() -> new IllegalArgumentException("not a list of actions"));
        return listed(new EnactmentDueV1(community, proposal, proposal, 0, FIRST, actions, at), list);
    }

    private static List<EnactmentDueV1> listed(EnactmentDueV1 due, Json.Arr list) {
        var parts = new ArrayList<EnactmentDueV1>();
        for (var item : list.items()) {
            var part = Fields.exactly(item, Set.of("action", "index"));
            var index = (int) part.count("index");
            if (!parts.isEmpty() && index <= parts.getLast().actionIndex())
                throw new IllegalArgumentException("not the place of an action: " + index);
            parts.add(alone(due, index, part.value("action")));
        }
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
