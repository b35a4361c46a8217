// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Whom a member trusts with new keys.
 *
 * @param guardians members, in the order of their ids
 * @param threshold how many of them must agree
 * @param delay how long the member can object after so many have agreed
 */
record Guardianship(List<Hash> guardians, int threshold, Duration delay) {
    static final int MOST = 15;

    private static final long LONGEST = Duration.ofDays(90).toSeconds();
    private static final Set<String> MEMBERS = Set.of("delaySeconds", "guardians", "threshold");

    Guardianship {
        guardians = List.copyOf(guardians);
    }

    static Guardianship read(Json.Obj body, Hash member) {
        var fields = Fields.exactly(body, MEMBERS);
        var listed = fields.array("guardians").items().stream()
                .map(Guardianship::hash)
                .sorted((one, other) -> one.hex().compareTo(other.hex()))
                .toList();
        long threshold = fields.count("threshold");
        long delay = fields.count("delaySeconds");
        if (listed.isEmpty() || listed.size() > MOST || new HashSet<>(listed).size() != listed.size())
            throw refused("There are 1 to " + MOST + " different guardians.");
        if (listed.contains(member)) throw refused("Nobody is one's own guardian.");
        if (threshold < 1 || threshold > listed.size())
            throw refused(
                    "The threshold is 1 to " + listed.size() + ", the number of guardians, not " + threshold + ".");
        if (delay < 1 || delay > LONGEST)
            throw refused("The delay is 1 to " + LONGEST + " seconds, not " + delay + ".");
        return new Guardianship(listed, (int) threshold, Duration.ofSeconds(delay));
    }

    private static Hash hash(Json json) {
        try {
            if (json instanceof Json.Str(String text)) return Hash.parse(text);
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw refused("A guardian is named by a member's id.");
    }

    private static Refused refused(String detail) {
        return new Refused(new Refusal.GuardiansInvalid(detail));
    }
}
