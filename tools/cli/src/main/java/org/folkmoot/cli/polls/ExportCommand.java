// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Usage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the ballots of a poll, for whoever wants to count them again. */
@Command(name = "export", description = "Print the ballots of a poll, for whoever wants to count them again.")
final class ExportCommand implements Runnable {
    /** How the ballots are written. */
    enum Format {
        CSV,
        JSONL,
        PREFLIB
    }

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "POLL", description = "The poll's id.")
    private String poll = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "csv or jsonl: every ballot; preflib: the rankings that count, equal ones together.")
    private Format format = Format.CSV;

    @Override
    public void run() {
        var path = "/v1/polls/" + Everywhere.hash(poll).hex();
        try (var api = new Api()) {
            switch (format) {
                case CSV, JSONL -> copy(api, path + "/ballots." + format.name().toLowerCase(Locale.ROOT));
                case PREFLIB -> preflib(api, path, System.out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Api api, String path) throws IOException {
        try (var body = api.download(everywhere.suite().voting(), path)) {
            body.transferTo(System.out);
        }
        System.out.flush();
    }

    private void preflib(Api api, String path, PrintStream out) throws IOException {
        var question = api.get(everywhere.suite().voting(), path).path("definition");
        var orders = new LinkedHashMap<String, Long>();
        try (var lines = new BufferedReader(new InputStreamReader(
                api.download(everywhere.suite().voting(), path + "/ballots.jsonl"), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var ballot = Api.read(line);
                if (ballot.path("counts").asBoolean()) orders.merge(order(ballot.path("choice")), 1L, Long::sum);
            }
        }
        var options = question.path("options");
        var voters = orders.values().stream().mapToLong(Long::longValue).sum();
        out.println("# TITLE: " + question.path("title").asText());
        out.println("# DATA TYPE: toi");
        out.println("# NUMBER ALTERNATIVES: " + options.size());
        for (int i = 0; i < options.size(); i++)
            out.println("# ALTERNATIVE NAME " + (i + 1) + ": " + options.get(i).asText());
        out.println("# NUMBER VOTERS: " + voters);
        out.println("# NUMBER UNIQUE ORDERS: " + orders.size());
        orders.forEach((order, count) -> out.println(count + ": " + order));
    }

    /** Options are counted from 1; those of one rank stand in braces. */
    private static String order(JsonNode choice) {
        if (!choice.isArray()) throw new Usage("PrefLib keeps rankings, and the ballots of this poll are none.");
        List<String> ranks = new ArrayList<>();
        for (var rank : choice) ranks.add(rank.isArray() ? tied(rank) : one(rank));
        return String.join(",", ranks);
    }

    private static String tied(JsonNode rank) {
        List<String> options = new ArrayList<>();
        for (var option : rank) options.add(one(option));
        return options.size() == 1 ? options.getFirst() : "{" + String.join(",", options) + "}";
    }

    private static String one(JsonNode option) {
        if (!option.isIntegralNumber()) throw new Usage("PrefLib has no place for a mark that is no option: " + option);
        return Long.toString(option.asLong() + 1);
    }
}
