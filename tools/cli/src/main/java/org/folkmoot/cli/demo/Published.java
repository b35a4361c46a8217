// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays our rounds beside the published ones. */
final class Published {
    private static final int SHOWN = 3;

    private final Example example;
    private final Progress progress;
    private final Figures figures;

    Published(Example example, Progress progress, Figures figures) {
        this.example = example;
        this.progress = progress;
        this.figures = figures;
    }

    void compare(JsonNode decision) {
        var rounds = decision.path("rounds");
        progress.say("Round by round, ours beside the published count (the " + SHOWN + " highest, then who left):");
        var matches = rounds.size() == example.published().size();
        for (var round = 0; round < rounds.size(); round++) {
            var agrees = round < example.published().size() && agrees(rounds.path(round), round);
            matches &= agrees;
            progress.row(row(rounds.path(round), round + 1, agrees));
        }
        var winner = decision.path("winners").path(0).asText();
        matches &= winner.equals(example.winner());
        progress.check("The winner is " + winner + ", published: " + example.winner(), winner.equals(example.winner()));
        progress.check(
                "All " + rounds.size() + " rounds agree with the published ones to the vote ("
                        + example.published().size() + " published)",
                matches);
        figures.put("rounds", rounds.size());
        figures.put("winner", winner);
        figures.put("matchesPublished", matches);
    }

    /** Everything that was published about the round must be the same; some counts are published in more detail. */
    private boolean agrees(JsonNode ours, int round) {
        var published = example.published().get(round);
        if (!positive(tally(ours)).equals(positive(example.publishedTally(round)))) return false;
        for (var field : published.properties()) {
            var same = switch (field.getKey()) {
                case "threshold" ->
                    field.getValue().asText().equals(ours.path("threshold").asText());
                case "elected", "eliminated" -> names(field.getValue()).equals(names(ours.path(field.getKey())));
                case "inactive" -> tally(field.getValue()).equals(tally(ours.path("inactive")));
                case "transfers" -> transfers(field.getValue()).equals(transfers(ours.path("transfers")));
                default -> true;
            };
            if (!same) return false;
        }
        return true;
    }

    private static Map<String, String> tally(JsonNode node) {
        var counts = node.has("tally") ? node.path("tally") : node;
        var tally = new LinkedHashMap<String, String>();
        for (var count : counts.properties())
            tally.put(count.getKey(), count.getValue().asText());
        return tally;
    }

    /** An option without votes is listed by some and left out by others. */
    private static Map<String, String> positive(Map<String, String> tally) {
        return tally.entrySet().stream()
                .filter(count -> !count.getValue().equals("0"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static java.util.Set<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Map<String, Map<String, String>> transfers(JsonNode node) {
        var transfers = new LinkedHashMap<String, Map<String, String>>();
        for (var from : node.properties()) transfers.put(from.getKey(), positive(tally(from.getValue())));
        return transfers;
    }

    private static String row(JsonNode round, int number, boolean agrees) {
        var top = tally(round).entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, String> count) -> -Long.parseLong(count.getValue())))
                .limit(SHOWN)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        var left = round.path("eliminated").valueStream().map(JsonNode::asText).collect(Collectors.joining(" and "));
        var end = left.isEmpty() ? "" : "; out: " + left;
        return String.format(Locale.ROOT, "  %2d %s %s%s", number, agrees ? "=" : "≠", top, end);
    }
}
