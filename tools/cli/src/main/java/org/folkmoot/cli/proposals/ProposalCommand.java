// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposals: what somebody asks the community to decide. */
@Command(
        name = "proposal",
        description = "Submit, sponsor, cancel and retry proposals, and look at them.",
        subcommands = {
            SubmitCommand.class,
            PollOfCommand.class,
            ShowCommand.class,
            ProposalCommand.ListAll.class,
            ProposalCommand.Cancel.class,
            ProposalCommand.Sponsor.class,
            ProposalCommand.Retry.class
        })
public final class ProposalCommand {

    @Command(name = "list", description = "List a community's proposals.")
    static final class ListAll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Paging paging = new Paging();

        @Option(names = "--state", paramLabel = "STATE", description = "Only those in this state.")
        private @Nullable String state;

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Override
        public void run() {
            var filter = state == null ? "" : "&state=" + state;
            var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/proposals" + paging.query() + filter;
            try (var api = new Api()) {
                everywhere.printPage(api.get(everywhere.suite().proposals(), path), "proposal", "state", "title");
            }
        }
    }

    @Command(name = "cancel", description = "Cancel a proposal of yours before its voting starts.")
    static final class Cancel implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "PROPOSAL", description = "The proposal's id.")
        private String proposal = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "The author: a key's name.")
        private String signer = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for all to read.")
        private String reason = "";

        @Override
        public void run() {
            act(everywhere, proposal, signer, "proposal.cancel/1", "cancellation", Map.of("reason", reason));
        }
    }

    @Command(name = "sponsor", description = "Stand behind a proposal that needs sponsors before it is voted on.")
    static final class Sponsor implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "PROPOSAL", description = "The proposal's id.")
        private String proposal = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "The sponsor: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            act(everywhere, proposal, signer, "proposal.sponsor/1", "sponsors", Map.of());
        }
    }

    @Command(name = "retry", description = "Try a failed proposal's actions again, from the one that failed on.")
    static final class Retry implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "PROPOSAL", description = "The proposal's id.")
        private String proposal = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A member: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            act(everywhere, proposal, signer, "proposal.retry/1", "retry", Map.of());
        }
    }

    private static JsonNode get(Api api, Everywhere everywhere, Hash proposal) {
        return api.get(everywhere.suite().proposals(), "/v1/proposals/" + proposal.hex());
    }

    private static void act(
            Everywhere everywhere, String proposal, String signer, String type, String path, Map<String, Object> body) {
        var id = Everywhere.hash(proposal);
        try (var api = new Api()) {
            var community =
                    Hash.parse(get(api, everywhere, id).path("community").asText());
            Signing act = by -> by.sign(everywhere.keys().read(signer), community, id, type, body);
            var answer = api.say(everywhere.suite().proposals(), "/v1/proposals/" + id.hex() + "/" + path, act);
            everywhere.printMade(answer, "state");
        }
    }
}
