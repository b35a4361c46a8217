// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Waiting;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the poll of a proposal, and waits for it where somebody wants to vote or to see the end. */
@Command(name = "poll", description = "Print the id of a proposal's poll.")
final class PollOfCommand implements Runnable {
    private static final List<String> ENDED =
            List.of("enacted", "failed", "rejected", "cancelled", "expired", "lapsed");

    /** What can be waited for. */
    enum Moment {
        OPEN,
        ENDED
    }

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "PROPOSAL", description = "The proposal's id.")
    private String proposal = "";

    @Option(
            names = "--wait",
            paramLabel = "open|ended",
            description = "Wait until ballots are taken, or until the proposal has come to its end.")
    private @Nullable Moment moment;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "How long to wait. Default: ${DEFAULT-VALUE}.")
    private int patience = 300;

    @Override
    public void run() {
        var id = Everywhere.hash(proposal);
        try (var api = new Api()) {
            var shown = moment == null ? show(api, id) : waited(api, id, moment);
            var poll = shown.path("submission").path("poll").asText();
            var answer = Api.JSON
                    .createObjectNode()
                    .put("poll", poll)
                    .put("state", shown.path("state").asText());
            everywhere.print(answer, poll);
        }
    }

    private JsonNode waited(Api api, Hash id, Moment until) {
        var what = "the proposal to be " + until.name().toLowerCase(Locale.ROOT);
        return Waiting.until(what, Duration.ofSeconds(patience), () -> show(api, id), shown -> reached(until, shown));
    }

    private static boolean reached(Moment moment, JsonNode shown) {
        var state = shown.path("state").asText();
        return ENDED.contains(state) || moment == Moment.OPEN && state.equals("voting");
    }

    private JsonNode show(Api api, Hash id) {
        return api.get(everywhere.suite().proposals(), "/v1/proposals/" + id.hex());
    }
}
