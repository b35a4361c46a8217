// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.folkmoot.cli.client.Api;
import org.folkmoot.constitution.course.TallyDocument;
import org.folkmoot.record.Hash;

/** The polls that a community has decided, read from its voting service page by page. */
final class CommunityPolls {
    private final Api api;
    private final URI voting;

    CommunityPolls(Api api, URI voting) {
        this.api = api;
        this.voting = voting;
    }

    void read(Hash community, BiConsumer<Path, TallyDocument> taking) {
        var after = "";
        do {
            var page = api.get(voting, "/v1/communities/" + community.hex() + "/polls?limit=200" + after);
            for (var poll : page.path("items")) {
                if (poll.hasNonNull("decision")) {
                    var id = poll.path("poll").asText();
                    var tally = api.get(voting, "/v1/polls/" + id + "/tally");
                    taking.accept(Path.of(id), PastPolls.document(Path.of(id), document(poll, tally)));
                }
            }
            after = page.hasNonNull("next")
                    ? "&after=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!after.isEmpty());
    }

    private static JsonNode document(JsonNode poll, JsonNode tally) {
        var definition = poll.path("definition");
        var json = Api.JSON
                .createObjectNode()
                .put("name", poll.path("poll").asText())
                .put("policy", definition.path("policy").asText())
                .put("was", poll.path("decision").path("outcome").asText());
        json.putObject("roll")
                .put("power", tally.path("rollPower").asText())
                .put("members", tally.path("rollMembers").asLong());
        var counts = json.putObject("counts");
        tally.path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asText()));
        if (tally.hasNonNull("ballots")) {
            json.put("voters", tally.path("ballots").asLong());
        }
        return json;
    }
}
