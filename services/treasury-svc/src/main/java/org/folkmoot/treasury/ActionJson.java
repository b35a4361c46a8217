// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.events.DueAction;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/**
 * An action that is due, as the proposal said it: JSON with a type. What its other parts mean is known to whoever owns the
 * type.
 *
 * @param type the name of the kind of action; empty if it says none
 */
public record ActionJson(String type, Json.Obj said) {
    /** Reads what is due; nothing if it is no object, which nobody accepted as an action. */
    public static Optional<ActionJson> of(EnactmentDueV1 due) {
        return DueAction.of(due).map(found -> new ActionJson(found.type(), found.said()));
    }

    /** Reads a list of actions with their places. */
    public static Optional<Json.Arr> list(String actions) {
        return StrictJson.parse(actions.getBytes(UTF_8), DueAction.MOST_BYTES) instanceof Json.Arr list
                ? Optional.of(list)
                : Optional.empty();
    }

    /** Its parts, of which these have to be there and the others may be, besides its type and its option. */
    public Fields fields(Set<String> optional, String... required) {
        var names = new HashSet<>(Set.of(required));
        names.add("type");
        var others = new HashSet<>(optional);
        others.add("option");
        return Fields.of(said, names, others);
    }
}
