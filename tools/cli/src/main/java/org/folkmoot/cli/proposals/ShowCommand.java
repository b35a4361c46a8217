// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Unreachable;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a proposal, and what of it the treasury has still to do, which the treasury alone knows. */
@Command(
        name = "show",
        description =
                "Show a proposal with its state, its timeline, its decision and what of it waits in the treasury.")
final class ShowCommand implements Runnable {
    private static final int NOT_FOUND = 404;

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

    private JsonNode waiting(Api api, String community, Hash id) {
        try {
            var path = "/v1/communities/" + community + "/waiting?limit=200&proposal=" + id.hex();
            return api.get(everywhere.suite().treasury(), path).path("items");
        } catch (RefusedByService e) {
            // Where the treasury has never heard of the community, nothing waits.
            if (e.status() != NOT_FOUND) unknown(e);
        } catch (Unreachable e) {
            unknown(e);
        }
        return Api.JSON.createArrayNode();
    }

    private void unknown(RuntimeException why) {
        everywhere.note("Whether anything of it waits in the treasury is unknown: " + why.getMessage());
    }
}
