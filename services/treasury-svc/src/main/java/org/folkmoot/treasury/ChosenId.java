// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.SignedAct;

/**
 * The name of what a member asks for under an id of the member's choice. Everybody has ids of one's own, for each kind of
 * request, so nobody can use up the id of somebody else's or of a decision.
 */
public final class ChosenId {
    private ChosenId() {}

    /** The name of what an act asks for; the kind is such as {@code payment/1}. */
    public static Hash of(SignedAct act, String id, String kind) {
        var parts = Map.of(
                "actor",
                act.act().actor().hex(),
                "community",
                act.act().community().hex(),
                "id",
                id,
                "type",
                kind);
        return Hash.of(Json.object(parts).canonical());
    }
}
