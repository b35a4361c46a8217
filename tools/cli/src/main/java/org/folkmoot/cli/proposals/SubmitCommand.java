// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.KeptKey;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a proposal and submits it: two acts, so that a draft can be read before it is put to the vote. */
@Command(name = "submit", description = "Draft a proposal and put it to the vote. Prints the proposal's id.")
final class SubmitCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "The author: a key's name.")
    private String signer = "";

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "What it is about, in a line.")
    private String title = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "The whole text, or @FILE.")
    private String text = "";

    @Option(names = "--option", paramLabel = "TEXT", description = "An option to rank or choose. May be repeated.")
    private List<String> options = List.of();

    @Option(
            names = "--action",
            paramLabel = "JSON",
            description = "What it would do, as JSON or @FILE (an object, or a list of them). May be repeated.")
    private List<String> actions = List.of();

    @Option(names = "--together", description = "Have all actions enacted together, or none.")
    private boolean together;

    @Option(names = "--draft", description = "Draft it and do not put it to the vote yet.")
    private boolean draftOnly;

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var key = everywhere.keys().read(signer);
        try (var api = new Api()) {
            var made = api.say(
                    everywhere.suite().proposals(), "/v1/communities/" + at.hex() + "/proposals", draft(key, at));
            if (!draftOnly)
                made = submit(api, key, at, Hash.parse(made.path("proposal").asText()));
            everywhere.printMade(made, "proposal");
        }
    }

    private Signing draft(KeptKey key, Hash at) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", title);
        body.put("text", Documents.typed(text));
        body.put("actions", readActions());
        if (!options.isEmpty()) body.put("options", options);
        if (together) body.put("enact", "together");
        return by -> by.sign(key, at, at, "proposal.draft/1", body);
    }

    private List<Object> readActions() {
        return actions.stream()
                .map(Documents::json)
                .flatMap(json -> json.isArray() ? json.valueStream() : java.util.stream.Stream.of(json))
                .map(Documents::plain)
                .toList();
    }

    private JsonNode submit(Api api, KeptKey key, Hash at, Hash proposal) {
        // The roll must not be older than the membership that the author can see.
        var seen = api.get(everywhere.suite().identity(), "/v1/communities/" + at.hex())
                .path("position")
                .asLong();
        Map<String, Object> body = Map.of("after", seen);
        Signing act = by -> by.sign(key, at, proposal, "proposal.submit/1", body);
        return api.say(everywhere.suite().proposals(), "/v1/proposals/" + proposal.hex() + "/submission", act);
    }
}
