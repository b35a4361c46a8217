// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is promised already, and what remains when it has left. */
@Command(
        name = "forecast",
        description = {
            "Show what is promised already, when it may leave, and what remains then.",
            "Example: folkmoot treasury forecast COMMUNITY --asset SKR --until 2027-12-31T23:00:00Z"
        })
final class ForecastCommand implements Runnable {
    /** How long a part of the time ahead is. */
    enum Every {
        DAY,
        WEEK,
        MONTH;

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--asset", required = true, paramLabel = "CODE", description = "The asset, such as SKR.")
    private String asset = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME",
            description = "Until when, without that moment: 2027-12-31T23:00:00Z.")
    private String until = "";

    @Option(
            names = "--by",
            paramLabel = "LENGTH",
            description = "One line for each of these: ${COMPLETION-CANDIDATES}; 120 at most. Default: month.")
    private Every by = Every.MONTH;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "One account of the community's own; all of them together if you say nothing.")
    private @Nullable String account;

    @Option(
            names = "--calendar",
            description = "What the calendar will do if nothing else happens, in the place of what is promised.")
    private boolean calendar;

    @Override
    public void run() {
        var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/forecast" + (calendar ? "/calendar" : "")
                + "?asset=" + encoded(asset)
                + "&until=" + encoded(until) + "&by=" + by.word()
                + (account == null ? "" : "&account=" + encoded(account));
        try (var api = new Api()) {
            var answer = api.get(everywhere.suite().treasury(), path);
            everywhere.print(answer, calendar ? course(answer) : lines(answer));
        }
    }

    private static String[] lines(JsonNode answer) {
        var lines = new ArrayList<String>();
        lines.add("own " + answer.path("own").asText() + "  kept "
                + answer.path("kept").asText());
        for (var part : answer.path("parts"))
            lines.add(part.path("from").asText() + "  " + part.path("to").asText() + "  remains "
                    + part.path("remains").asText() + amounts("  − ", part.path("out"))
                    + amounts("  + ", part.path("in")));
        lines.add("later " + answer.path("later").asText() + "  unconfirmed "
                + answer.path("unconfirmed").asText() + "  owed "
                + answer.path("owed").asText());
        return lines.toArray(String[]::new);
    }

    private static String[] course(JsonNode answer) {
        var lines = new ArrayList<String>();
        lines.add("holds " + answer.path("holds").asText());
        for (var part : answer.path("parts"))
            lines.add(part.path("from").asText() + "  " + part.path("to").asText() + "  holds "
                    + part.path("holds").asText() + amounts("  − ", part.path("out"))
                    + amounts("  + ", part.path("in")) + "  issued "
                    + part.path("issued").asText() + "  retired "
                    + part.path("retired").asText() + "  owed "
                    + part.path("owed").asText());
        return lines.toArray(String[]::new);
    }

    private static String amounts(String sign, JsonNode kinds) {
        return kinds.isEmpty()
                ? ""
                : sign
                        + kinds.properties().stream()
                                .map(kind ->
                                        kind.getKey() + " " + kind.getValue().asText())
                                .collect(Collectors.joining(", "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
