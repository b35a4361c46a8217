// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.RefusedByService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a poll, and how its count came about. */
@Command(name = "show", description = "Show a poll with its roll, its tally and its decision.")
final class ShowCommand implements Runnable {
    /** What a tally says of its poll, which stands there already. */
    private static final List<String> SAID =
            List.of("poll", "state", "rollMembers", "rollPower", "accepted", "decision");

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "POLL", description = "The poll's id.")
    private String poll = "";

    @Override
    public void run() {
        try (var api = new Api()) {
            var path = "/v1/polls/" + Everywhere.hash(poll).hex();
            var shown = (ObjectNode) api.get(everywhere.suite().voting(), path);
            tally(api, path, shown);
            everywhere.printFields(shown);
        }
    }

    private void tally(Api api, String path, ObjectNode shown) {
        ObjectNode tally;
        try {
            tally = (ObjectNode) api.get(everywhere.suite().voting(), path + "/tally");
        } catch (RefusedByService _) {
            return; // A poll that was never open has none.
        }
        tally.remove(SAID);
        var decision = shown.remove("decision");
        shown.set("tally", tally);
        if (decision != null) shown.set("decision", decision);
        if (!everywhere.json()) withoutBlanks(tally);
    }

    /** Leaves out what has nothing in it: a count of many rounds is long enough. */
    private static void withoutBlanks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> isBlank(field.getValue()));
        }
        node.forEach(ShowCommand::withoutBlanks);
    }

    private static boolean isBlank(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : value.isTextual() && value.asText().isEmpty();
    }
}
