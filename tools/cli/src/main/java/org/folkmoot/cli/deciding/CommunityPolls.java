// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.folkmoot.cli.client.Api;
import org.folkmoot.constitution.Measures;
import org.folkmoot.constitution.course.TallyDocument;
import org.folkmoot.record.Hash;

/**
 * The polls that a community has decided, read from its voting service page by page. A poll of one of several bodies or stages says
 * nothing alone, and what all of them said when does not stand in what everybody may know.
 */
final class CommunityPolls {
    private final Api api;
    private final URI voting;

    CommunityPolls(Api api, URI voting) {
        this.api = api;
        this.voting = voting;
    }

    /** Gives each poll that decided alone, and notes each of the others. */
    void read(Hash community, BiConsumer<Path, TallyDocument> taking, Runnable leaving) {
        api.each(
                voting,
                "/v1/communities/" + community.hex() + "/polls",
                page -> page.path("items").forEach(poll -> read(poll, taking, leaving)));
    }

    private void read(JsonNode poll, BiConsumer<Path, TallyDocument> taking, Runnable leaving) {
        var definition = poll.path("definition");
        if (poll.hasNonNull("decision") && (definition.has("stage") || definition.has("chamber"))) {
            leaving.run();
        } else if (poll.hasNonNull("decision")) {
            var id = poll.path("poll").asText();
            var tally = api.get(voting, "/v1/polls/" + id + "/tally");
            taking.accept(Path.of(id), PastPolls.document(Path.of(id), document(poll, tally)));
        }
    }

    private static JsonNode document(JsonNode poll, JsonNode tally) {
        var definition = poll.path("definition");
        var json = Api.JSON
                .createObjectNode()
                .put("name", poll.path("poll").asText())
                .put("policy", definition.path("policy").asText())
                .put("was", poll.path("decision").path("outcome").asText());
        var roll = json.putObject("roll")
                .put("power", tally.path("rollPower").asText())
                .put("members", tally.path("rollMembers").asLong());
        supply(poll).ifPresent(supply -> roll.put(Measures.SUPPLY, supply));
        var counts = json.putObject("counts");
        tally.path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asText()));
        if (tally.hasNonNull("ballots")) {
            json.put("voters", tally.path("ballots").asLong());
        }
        return json;
    }

    /** What had been issued of the asset, if a rule looked at it. */
    private static Optional<String> supply(JsonNode poll) {
        return poll.path("decision")
                .path("trace")
                .valueStream()
                .flatMap(line -> line.path("denominator").valueStream())
                .filter(operand -> operand.path("name").asText().equals(Measures.SUPPLY))
                .map(operand -> operand.path("value").asText())
                .findFirst();
    }
}
