// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A problem as a person reads it: its title, what it means, and its parts one below the other. */
final class RefusalWords {
    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry(
                    "seq-replayed",
                    ": Something that you signed with this number or a later one was accepted before. This was not, and nothing"
                            + " was done: say it again if you still mean it."),
            Map.entry("act-duplicate", ": This very act was accepted before. Nothing was done twice."),
            Map.entry(
                    "act-expired",
                    ": It came after the time until which it was meant. Is the clock of this machine right?"),
            Map.entry(
                    "act-horizon", ": It is meant to hold longer than an act may. Is the clock of this machine right?"),
            Map.entry("key-not-valid", ": This key does not sign for that member, or does so no more."),
            Map.entry("signature-invalid", ": The signature is not the one of the key over what was signed."),
            Map.entry("not-a-member", ": The key is nobody's in this community, as far as this service knows."),
            Map.entry(
                    "community-unknown", ": There is no such community here, or this service has not heard of it yet."),
            Map.entry("already-voted", ": In this poll the first ballot counts, and there is one already."),
            Map.entry("ballot-late", ": The ballot came after the poll had closed."),
            Map.entry("not-on-roll", ": The member is not on the roll of this poll."));

    private RefusalWords() {}

    static String of(int status, JsonNode problem) {
        var head = problem.path("title").asText("Refused") + " (" + status + ")";
        if (!(problem.deepCopy() instanceof ObjectNode parts)) return head + "\n  " + problem;
        parts.remove(List.of("type", "title", "status"));
        var faults = parts.path("faults");
        if (!faults.isEmpty()) parts.remove(names(faults.get(0)));
        if (faults.size() == 1) {
            parts.remove("faults");
            faults.get(0).properties().forEach(fault -> parts.set(fault.getKey(), fault.getValue()));
        }
        var said = sentence(parts);
        var lines =
                Fields.of(parts).stream().filter(line -> !line.endsWith(": ")).map(line -> "\n  " + line);
        return head
                + (said.isEmpty() ? MEANING.getOrDefault(RefusedByService.reasonOf(problem), "") : said)
                + lines.collect(Collectors.joining());
    }

    /** Takes the part that is a sentence out of the parts. */
    private static String sentence(ObjectNode parts) {
        for (var name : List.of("detail", "reason")) {
            if (parts.path(name).asText().contains(" "))
                return ": " + parts.remove(name).asText();
        }
        return "";
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
