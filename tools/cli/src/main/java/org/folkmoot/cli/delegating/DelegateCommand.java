// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.delegating;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Delegations: who votes for whom. */
@Command(
        name = "delegate",
        description = "Let others vote for you, and see who votes for whom.",
        subcommands = {DelegateCommand.To.class, DelegateCommand.End.class, DelegateCommand.ListAll.class})
public final class DelegateCommand {
    @Command(
            name = "to",
            description = {
                "Let others vote for you, in place of those whom you named for the same polls before.",
                "Your own ballot counts instead of theirs, whenever you cast it. Nobody means: I vote myself here.",
                "Example: folkmoot delegate to COMMUNITY ben=2 cleo --body citizens --topic parks --as anna"
            })
    static final class To implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private ScopeOptions scope = new ScopeOptions();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(
                index = "1..*",
                paramLabel = "PERSON",
                description = "Who: an id, a did, or a key's name; with =2 behind it, twice as much.")
        private List<String> people = List.of();

        @Option(names = "--until", paramLabel = "TIME", description = "When it ends by itself.")
        private @Nullable String until;

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "You: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var body = scope.said();
            body.put("to", people.stream().map(person -> delegate(at, person)).toList());
            if (until != null) body.put("until", until);
            send(everywhere, at, signer, "delegation.set/1", "", body);
        }

        private Map<String, Object> delegate(Hash at, String typed) {
            // Names of keys have no '=' in them.
            int equals = typed.lastIndexOf('=');
            var person = equals < 0 ? typed : typed.substring(0, equals);
            try {
                long weight = equals < 0 ? 1 : Long.parseLong(typed.substring(equals + 1));
                return Map.of("member", everywhere.member(at, person).hex(), "weight", weight);
            } catch (NumberFormatException _) {
                throw new Usage("Behind '=' stands a whole number: " + typed);
            }
        }
    }

    @Command(
            name = "end",
            description = "End what you said for these polls; what you said for more of them holds again.")
    static final class End implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private ScopeOptions scope = new ScopeOptions();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "You: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            send(everywhere, Everywhere.hash(community), signer, "delegation.end/1", "/end", scope.said());
        }
    }

    @Command(name = "list", description = "List who votes for whom now.")
    static final class ListAll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Paging paging = new Paging();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Option(names = "--of", paramLabel = "PERSON", description = "Only what this member delegates.")
        private @Nullable String principal;

        @Option(names = "--to", paramLabel = "PERSON", description = "Only what is delegated to this member.")
        private @Nullable String delegate;

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var filters = new ArrayList<String>();
            if (principal != null)
                filters.add("&principal=" + everywhere.member(at, principal).hex());
            if (delegate != null)
                filters.add("&delegate=" + everywhere.member(at, delegate).hex());
            var path = path(at) + paging.query() + String.join("", filters);
            try (var api = new Api()) {
                var page = api.get(everywhere.suite().voting(), path);
                if (everywhere.json()) everywhere.print(page);
                else everywhere.print(page, lines(page));
            }
        }

        private static String[] lines(JsonNode page) {
            var lines = new ArrayList<String>();
            for (var one : page.path("items")) {
                var to = new ArrayList<String>();
                for (var each : one.path("to"))
                    to.add(each.path("member").asText() + "="
                            + each.path("weight").asText());
                lines.add(
                        one.path("principal").asText() + "  " + one.path("body").asText() + scope(one) + "  "
                                + (to.isEmpty() ? "votes alone" : String.join(" ", to)));
            }
            return lines.toArray(String[]::new);
        }

        private static String scope(JsonNode one) {
            for (var kind : List.of("topic", "policy", "poll"))
                if (!one.path(kind).isMissingNode() && !one.path(kind).isNull())
                    return "  " + kind + " " + one.path(kind).asText();
            return "";
        }
    }

    private static String path(Hash community) {
        return "/v1/communities/" + community.hex() + "/delegations";
    }

    private static void send(
            Everywhere everywhere, Hash community, String signer, String type, String path, Map<String, Object> body) {
        Signing act = by -> by.sign(everywhere.keys().read(signer), community, community, type, body);
        try (var api = new Api()) {
            everywhere.printFields(api.say(everywhere.suite().voting(), path(community) + path, act));
        }
    }
}
