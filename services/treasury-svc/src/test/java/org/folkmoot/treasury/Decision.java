// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.ProposalSubmittedV1;
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

    /** What is due: the first so many actions of the proposal, together. */
    EnactmentDueV1 together(int attempt, List<Map<String, Object>> actions) {
        var due = IntStream.range(0, actions.size())
                .mapToObj(index -> Map.of("action", actions.get(index), "index", index))
                .toList();
        return due(attempt, Map.of("actions", due, "type", "together"));
    }

    String enactment(int attempt) {
        return enactment(0, attempt);
    }

    String enactment(int action, int attempt) {
        var parts = Map.of(
                "action",
                action,
                "attempt",
                attempt,
                "community",
                town.community().hex(),
                "proposal",
                proposal);
        return Hash.of(Json.object(parts).canonical()).hex();
    }

    /** What is to be set aside for the proposal's actions. */
    @SafeVarargs
    final CommitmentDueV1 commitment(Map<String, Object>... actions) {
        return new CommitmentDueV1(town.community().hex(), proposal, commitment(), listed(actions), Town.NOW);
    }

    /** The name of what is set aside. */
    String commitment() {
        var parts = Map.of("community", town.community().hex(), "proposal", proposal, "type", "commitment/1");
        return Hash.of(Json.object(parts).canonical()).hex();
    }

    /** Actions with their places. */
    @SafeVarargs
    static String listed(Map<String, Object>... actions) {
        return Json.of(IntStream.range(0, actions.length)
                        .mapToObj(index -> Map.of("action", actions[index], "index", index))
                        .toList())
                .canonicalText();
    }

    /** Tells under which policy the proposal was submitted. */
    Decision submitted(String policy) {
        News.tell(
                Topics.PROPOSALS,
                new ProposalSubmittedV1(
                        town.community().hex(),
                        proposal,
                        Hash.ZERO.hex(),
                        Json.object(Map.of("policy", policy)).canonicalText(),
                        "[]",
                        Town.NOW,
                        Hash.ZERO.hex(),
                        List.of()));
        return this;
    }

    /** Tells what is due and waits for the answer. */
    EnactmentEvent enact(int attempt, Map<String, Object> action) {
        News.tell(Topics.PROPOSALS, due(attempt, action));
        return answer(attempt);
    }

    EnactmentEvent enact(int attempt, EnactmentDueV1 due) {
        News.tell(Topics.PROPOSALS, due);
        return answer(attempt);
    }

    EnactmentEvent answer(int attempt) {
        var community = town.community().hex();
        return Awaitility.await("the answer to attempt " + attempt)
                .atMost(Town.PATIENCE)
                .pollInterval(Town.OFTEN)
                .until(
                        () -> News.about(community, EnactmentEvent.class).stream()
                                .filter(answer -> answer.enactment().equals(enactment(attempt)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
