// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Ballots that were cast on paper, as an officer entered them: {@code {"ballots": [{"member": …, "choice": …}]}}.
 *
 * @param choices the choice of each member
 */
public record Paper(Map<Hash, Json> choices) {
    /** What ballots on paper have for a suite: nobody's key signed them. */
    public static final String SUITE = "paper";

    /** Reads the body of the act that enters them. */
    public static Paper read(Json.Obj body) {
        return read(Fields.exactly(body, Set.of("ballots")).array("ballots"));
    }

    /** Reads the list alone. */
    public static Paper read(Json.Arr ballots) {
        if (ballots.items().isEmpty()) throw new Refused(new Refusal.PaperInvalid("There is no ballot."));
        var choices = new LinkedHashMap<Hash, Json>();
        for (var item : ballots.items()) {
            var fields = Fields.exactly(item, Set.of("member", "choice"));
            var member = fields.hash("member");
            if (choices.put(member, fields.value("choice")) != null)
                throw new Refused(new Refusal.PaperInvalid("The member " + member.hex() + " has two ballots."));
        }
        return new Paper(choices);
    }

    /** The list alone, in canonical form. */
    public String text() {
        return Json.of(choices.entrySet().stream()
                        .map(ballot -> Map.of(
                                "member",
                                ballot.getKey().hex(),
                                "choice",
                                ballot.getValue().plain()))
                        .toList())
                .canonicalText();
    }

    /** What stands in the place of an act, and is as good as the two acts that it names. */
    public static byte[] payload(Hash poll, Hash member, Json choice, Hash entered) {
        return Json.object(Map.of(
                        "choice", choice.plain(), "entered", entered.hex(), "member", member.hex(), "poll", poll.hex()))
                .canonical();
    }

    /** Who has a ballot. */
    public List<Hash> members() {
        return List.copyOf(choices.keySet());
    }
}
