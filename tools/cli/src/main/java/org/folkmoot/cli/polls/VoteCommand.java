// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.DefinedPoll;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Casts a ballot: signs the choice together with the hash of the whole poll, and keeps what the receipt says. */
@Command(
        name = "vote",
        description = {
            "Cast a ballot and print its receipt.",
            "A poll without options takes for, against or abstain. A poll with options takes them by name or by number"
                    + " (the first is 1): one, all that you approve, or all in your order, as its method has it;"
                    + " scores and weights are written with --choice.",
            "Where ballots are sealed, the choice is sealed here, on this machine; see the docs for what that hides.",
            "Where several bodies decide together, a member of two of them casts two ballots: --in says which.",
            "Example: folkmoot vote POLL for --as anna"
        })
public final class VoteCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "POLL", description = "The poll's id.")
    private String poll = "";

    @Parameters(index = "1..*", paramLabel = "CHOICE", description = "Your choice, or options in your order.")
    private List<String> choices = List.of();

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who votes: a key's name.")
    private String signer = "";

    @Option(names = "--choice", paramLabel = "JSON", description = "The choice as the poll's method defines it.")
    private @Nullable String typed;

    @Option(
            names = "--in",
            paramLabel = "CHAMBER",
            description = "For which body you vote, where several decide together. Default: the one of the poll.")
    private @Nullable String chamber;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why you choose so: it stands in your ballot, for everybody to read.")
    private @Nullable String reason;

    @Override
    public void run() {
        var voting = everywhere.suite().voting();
        try (var api = new Api()) {
            var asked = api.get(voting, "/v1/polls/" + Everywhere.hash(poll).hex());
            var id = in(asked);
            var shown = api.get(voting, "/v1/polls/" + id.hex());
            var community = Hash.parse(shown.path("community").asText());
            var key = everywhere.keys().read(signer);
            var choice = choice(shown.path("definition"));
            var cast = DefinedPoll.of(api, everywhere.suite(), id, shown)
                    .cast(choice, key.member(community), new SecureRandom());
            Signing act = by -> by.sign(key, community, id, "ballot.cast/1", body(cast));
            var receipt = (ObjectNode) api.say(voting, "/v1/polls/" + id.hex() + "/ballots", act);
            var voted = shown.path("definition").path("chamber");
            everywhere.printFields(voted.isMissingNode() ? receipt : receipt.set("chamber", voted));
        }
    }

    private Hash in(JsonNode shown) {
        if (chamber == null) return Hash.parse(shown.path("poll").asText());
        var known = new ArrayList<String>();
        for (var each : shown.path("chambers")) {
            var name = each.path("chamber").asText();
            if (name.equals(chamber)) return Hash.parse(each.path("poll").asText());
            known.add(name);
        }
        throw new Usage(
                known.isEmpty()
                        ? "In this poll one body decides alone."
                        : "There is no chamber " + chamber + ". There are: " + String.join(", ", known));
    }

    private Map<String, Object> body(Object cast) {
        return reason == null ? Map.of("choice", cast) : Map.of("choice", cast, "reason", reason);
    }

    private Object choice(JsonNode definition) {
        return typed == null ? Choices.of(definition, choices) : Documents.plain(Documents.json(typed));
    }
}
