// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a community's polls came to, one line each, for a spreadsheet or a program. */
@Command(
        name = "results",
        description = {
            "Print what a community's polls came to, one line each, the last one first.",
            "As csv the counts are JSON in a cell; as jsonl a line has the whole tally with its rounds and its decision."
        })
final class ResultsCommand implements Runnable {
    private static final List<String> ASKED = List.of("proposal", "policy", "stage", "chamber", "question");
    private static final List<String> FOUND =
            List.of("at", "outcome", "winners", "rollMembers", "rollPower", "ballots", "counts", "decimals", "words");

    /** What spreadsheets take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n'\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    /** How the results are written. */
    enum Format {
        CSV,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "csv or jsonl.")
    private Format format = Format.CSV;

    @Override
    public void run() {
        var out = Objects.requireNonNull(command).commandLine().getOut();
        var voting = everywhere.suite().voting();
        if (format == Format.CSV) out.println("poll," + String.join(",", ASKED) + "," + String.join(",", FOUND));
        try (var api = new Api()) {
            api.each(voting, "/v1/communities/" + Everywhere.hash(community).hex() + "/polls", page -> {
                for (var poll : page.path("items")) {
                    if (poll.path("state").asText().equals("closed"))
                        print(
                                out,
                                poll,
                                api.get(voting, "/v1/polls/" + poll.path("poll").asText() + "/tally"));
                }
                out.flush();
            });
        }
    }

    private void print(PrintWriter out, JsonNode poll, JsonNode tally) {
        if (format == Format.JSONL) {
            var line = (ObjectNode) tally.deepCopy();
            ASKED.forEach(name -> asked(poll, name).ifPresent(said -> line.set(name, said)));
            out.println(line);
            return;
        }
        var cells = new ArrayList<String>();
        cells.add(tally.path("poll").asText());
        ASKED.forEach(name -> cells.add(asked(poll, name).map(JsonNode::asText).orElse("")));
        for (var name : FOUND) {
            var said = name.equals("outcome") ? tally.at("/decision/outcome") : tally.path(name);
            cells.add(said.isContainerNode() ? said.toString() : said.asText());
        }
        out.println(cells.stream().map(ResultsCommand::cell).collect(Collectors.joining(",")));
    }

    private static Optional<JsonNode> asked(JsonNode poll, String name) {
        var said = poll.path("definition").path(name);
        return said.isMissingNode() ? Optional.empty() : Optional.of(said);
    }

    private static String cell(String text) {
        var plain = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return plain.matches("[^\",\\r\\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
