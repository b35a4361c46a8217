// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the whole ledger on one page. */
@Command(
        name = "ledger",
        description = "Show assets and who has them, the newest transfers and blocks, budgets, and what is promised.")
final class LedgerCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Override
    public void run() {
        try (var api = new Api()) {
            var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/ledger";
            var answer = api.get(everywhere.suite().treasury(), path);
            everywhere.print(answer, lines(answer).toArray(String[]::new));
        }
    }

    private static List<String> lines(JsonNode page) {
        var lines = new ArrayList<String>();
        section(lines, page, "assets", "asset", "issued", "cap", "own", "kept", "members");
        section(lines, page, "transfers", "at", "code", "from", "to", "asset", "amount");
        section(lines, page, "blocks", "number", "at", "lines", "head");
        section(lines, page, "budgets", "envelope", "period", "asset", "allotted", "spent", "committed", "left");
        section(lines, page, "commitments", "proposal", "from", "to", "asset", "amount");
        section(lines, page, "escrows", "kind", "state", "count", "asset", "left");
        return lines;
    }

    private static void section(List<String> lines, JsonNode page, String name, String... fields) {
        if (page.path(name).isEmpty()) return;
        lines.add(name + ": " + String.join("  ", fields));
        for (var item : page.path(name))
            lines.add("  "
                    + Arrays.stream(fields)
                            .map(field -> item.path(field).asText("—"))
                            .collect(Collectors.joining("  ")));
    }
}
