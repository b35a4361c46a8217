// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.testkit.Person;

/** Actions of proposals that passed. */
final class Orders {
    private Orders() {}

    static Map<String, Object> add(Person person) {
        return Map.of("type", "member.add", "key", person.did());
    }

    static Map<String, Object> remove(Hash member) {
        return Map.of("type", "member.remove", "member", member.hex());
    }

    static Map<String, Object> reinstate(Hash member) {
        return Map.of("type", "member.reinstate", "member", member.hex());
    }

    static Map<String, Object> amend(Hash base, Object constitution) {
        return Map.of("type", "constitution.amend", "base", base.hex(), "constitution", constitution);
    }

    static EnactmentDueV1 tell(Hash community, Map<String, ?> action) {
        var due = due(community, action);
        Facts.tell(due, UUID.randomUUID());
        return due;
    }

    /** The only action of a proposal of its own. */
    static EnactmentDueV1 due(Hash community, Map<String, ?> action) {
        return due(community, random(), 0, action);
    }

    /** The next action of the same proposal. */
    static EnactmentDueV1 after(EnactmentDueV1 due, Map<String, ?> action) {
        return due(Hash.parse(due.community()), Hash.parse(due.proposal()), due.actionIndex() + 1, action);
    }

    private static EnactmentDueV1 due(Hash community, Hash proposal, int index, Map<String, ?> action) {
        return new EnactmentDueV1(
                community.hex(),
                proposal.hex(),
                random().hex(),
                index,
                1,
                Json.object(action).canonicalText(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Hash random() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    }
}
