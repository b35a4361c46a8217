// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/**
 * An action that is due, as the proposal said it, or several together with their places. What its parts mean is known to
 * whoever owns the type, and everybody hears of all of them.
 *
 * @param type the name of the kind of action; empty if it says none
 */
public record DueAction(String type, Json.Obj said) {
    /** The most bytes of several actions with their places, which a proposal has together. */
    public static final int MOST_BYTES = 2 * StrictJson.MAX_BYTES;

    /** Reads what is due; nothing if it is no object, which nobody accepted as an action. */
    public static Optional<DueAction> of(EnactmentDueV1 due) {
        return StrictJson.parse(due.action().getBytes(UTF_8), MOST_BYTES) instanceof Json.Obj said
                ? Optional.of(new DueAction(type(said), said))
                : Optional.empty();
    }

    private static String type(Json.Obj said) {
        return said.get("type").orElse(said) instanceof Json.Str(String name) ? name : "";
    }
}
