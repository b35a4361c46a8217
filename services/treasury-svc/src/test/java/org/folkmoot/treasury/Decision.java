// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** A proposal that passed in a town, and what the proposals service tells about it. */
record Decision(Town town, String proposal) {
    static Decision in(Town town) {
        return new Decision(
                town, Hash.of(UUID.randomUUID().toString().getBytes(UTF_8)).hex());
    }

    static Map<String, Object> transfer(String from, String to, String amount) {
        return Map.of("type", "treasury.transfer", "from", from, "to", to, "asset", "SKR", "amount", amount);
    }

    static Map<String, Object> with(Map<String, Object> action, String name, Object value) {
        var changed = new HashMap<>(action);
        changed.put(name, value);
        return changed;
    }

    /** What is due: the proposal's first action. */
    EnactmentDueV1 due(int attempt, Map<String, Object> action) {
        return due(attempt, Json.object(action).canonicalText());
    }

    EnactmentDueV1 due(int attempt, String action) {
        return new EnactmentDueV1(town.community().hex(), proposal, enactment(attempt), 0, attempt, action, Town.NOW);
    }

    String enactment(int attempt) {
        var parts = Map.of(
                "action", 0, "attempt", attempt, "community", town.community().hex(), "proposal", proposal);
        return Hash.of(Json.object(parts).canonical()).hex();
    }

    /** Tells what is due and waits for the answer. */
    EnactmentEvent enact(int attempt, Map<String, Object> action) {
        News.tell(Topics.PROPOSALS, due(attempt, action));
        return answer(attempt);
    }

    EnactmentEvent answer(int attempt) {
        var community = town.community().hex();
        return Awaitility.await("the answer to attempt " + attempt)
                .atMost(Town.PATIENCE)
                .until(
                        () -> News.about(community, EnactmentEvent.class).stream()
                                .filter(answer -> answer.enactment().equals(enactment(attempt)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
