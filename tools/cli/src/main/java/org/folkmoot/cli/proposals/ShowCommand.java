// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Unreachable;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a proposal, and what of it the treasury has still to do, which the treasury alone knows. */
@Command(
        name = "show",
        description =
                "Show a proposal with its state, its timeline, its decision and what of it waits in the treasury.")
final class ShowCommand implements Runnable {
    private static final String NEVER_HEARD_OF = "community-unknown";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "PROPOSAL", description = "The proposal's id.")
    private String proposal = "";

    @Override
    public void run() {
        var id = Everywhere.hash(proposal);
        try (var api = new Api()) {
            var shown = (ObjectNode) api.get(everywhere.suite().proposals(), "/v1/proposals/" + id.hex());
            var waiting = waiting(api, shown.path("community").asText(), id);
            if (!waiting.isEmpty()) shown.set("waiting", waiting);
            everywhere.printFields(shown);
        }
    }

    private ArrayNode waiting(Api api, String community, Hash id) {
        var waiting = Api.JSON.createArrayNode();
        try {
            var path = "/v1/communities/" + community + "/waiting?limit=200&proposal=" + id.hex();
            var items = api.get(everywhere.suite().treasury(), path, PATIENCE).path("items");
            if (!items.isArray()) unknown("its answer has no items.");
            // A treasury of an older version tells what waits of other proposals, too.
            for (var item : items) if (item.path("proposal").asText().equals(id.hex())) waiting.add(item);
        } catch (RefusedByService e) {
            if (!e.reason().equals(NEVER_HEARD_OF)) unknown(e.getMessage()); // otherwise nothing waits
        } catch (Unreachable e) {
            unknown(e.getMessage());
        }
        return waiting;
    }

    private void unknown(@Nullable String why) {
        everywhere.note("Whether anything of it waits in the treasury is unknown: " + why);
    }
}
