// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.cli.client.Documents;

/**
 * A real election as the project carries it: the rules, the proposal, the options, how many ballots had which ranking, and
 * the published result. The folder's README names the source.
 *
 * @param choices one choice for every ballot that was cast, in an order that mixes them
 * @param published the published rounds, the first of them first
 */
record Example(
        String name,
        byte[] constitution,
        String policy,
        Map<String, Object> proposal,
        Transfer transfer,
        List<Object> choices,
        List<JsonNode> published,
        String winner) {
    private static final String OVERVOTE = "overvote";
    private static final long ORDER_SEED = 2013;

    /** The transfer that the proposal asks for. */
    record Transfer(String from, String to, String asset, String amount) {
        static Transfer of(JsonNode action) {
            return new Transfer(
                    action.path("from").asText(),
                    action.path("to").asText(),
                    action.path("asset").asText(),
                    action.path("amount").asText());
        }

        /** Whether a holding is what this transfer left there, and nothing else. */
        boolean holds(JsonNode holding) {
            return asset.equals(holding.path("asset").asText())
                    && amount.equals(holding.path("balance").asText());
        }

        /** Whether a posted transfer is this one. */
        boolean made(JsonNode posted) {
            return equals(of(posted));
        }
    }

    static Example read(Path folder) {
        var proposal = Documents.json("@" + folder.resolve("proposal.json"));
        var options = Documents.text(folder.resolve("options.txt")).lines().toList();
        var published = Documents.json("@" + folder.resolve("published.json"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", proposal.path("title").asText());
        body.put("text", proposal.path("text").asText());
        body.put("options", options);
        body.put("actions", Documents.plain(proposal.path("actions")));
        return new Example(
                folder.getFileName().toString(),
                Documents.bytes(folder.resolve("constitution.yaml")),
                proposal.path("policy").asText(),
                body,
                Transfer.of(proposal.path("actions").path(0)),
                choices(Documents.text(folder.resolve("ballots.csv"))),
                published.path("rounds").valueStream().toList(),
                published.path("winners").path(0).asText());
    }

    /** Each line is a count and then the ranks, as the README of the examples says. */
    private static List<Object> choices(String csv) {
        var choices = new ArrayList<Object>();
        csv.lines().forEach(line -> {
            var fields = line.split(",", -1);
            Object choice = Arrays.stream(fields).skip(1).map(Example::rank).toList();
            choices.addAll(Collections.nCopies(Integer.parseInt(fields[0]), choice));
        });
        Collections.shuffle(choices, new Random(ORDER_SEED));
        return List.copyOf(choices);
    }

    private static Object rank(String field) {
        if (field.isEmpty()) return List.of();
        if (field.equals(OVERVOTE)) return OVERVOTE;
        return Arrays.stream(field.split("[+]")).map(Long::valueOf).toList();
    }

    /** The published tally of a round, by option. */
    Map<String, String> publishedTally(int round) {
        var tally = new LinkedHashMap<String, String>();
        for (var count : published.get(round).path("tally").properties()) {
            tally.put(count.getKey(), count.getValue().asText());
        }
        return tally;
    }
}
