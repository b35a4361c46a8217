// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.record.Act;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Acts: what members said, with their signatures. */
@Command(
        name = "act",
        description = "Take an act out of the suite, and check it without the suite.",
        subcommands = {ActCommand.Export.class, ActCommand.Verify.class})
public final class ActCommand {
    private static final int NOT_FOUND = 404;

    @Command(
            name = "export",
            description = "Print an act as JSON, with the acts that changed its author's keys, for act verify.")
    static final class Export implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "ACT", description = "The act's id, such as that of a proposal or a recovery.")
        private String id = "";

        @Override
        public void run() {
            var act = Everywhere.hash(id);
            try (var api = new Api()) {
                var kept = find(api, act);
                var said =
                        Act.read(Envelope.read(kept.path("envelope").toString().getBytes(UTF_8))
                                .payload());
                var community = "/v1/communities/" + said.community().hex();
                var identity = everywhere.suite().identity();
                var exported = Api.JSON.createObjectNode();
                exported.set("act", kept);
                var keys = exported.putArray("keys");
                // All of them: one that is missing may be the one that added, or took away, the key of this act.
                api.each(
                        identity,
                        community + "/members/" + said.actor().hex() + "/keys/acts",
                        page -> page.path("acts").forEach(keys::add));
                exported.set(
                        "passkeys",
                        api.get(identity, community + "/constitution").path("passkeys"));
                everywhere.print(exported, exported.toPrettyString());
            }
        }

        /** Every service keeps the acts that it accepted; the author need not know which one it was. */
        private JsonNode find(Api api, Hash act) {
            var suite = everywhere.suite();
            var elsewhere = List.of(suite.identity(), suite.proposals(), suite.voting());
            for (var service : elsewhere) {
                try {
                    return api.get(service, "/v1/acts/" + act.hex());
                } catch (RefusedByService refused) {
                    if (refused.status() != NOT_FOUND) throw refused;
                }
            }
            return api.get(suite.treasury(), "/v1/acts/" + act.hex());
        }
    }

    @Command(
            name = "verify",
            description =
                    "Check an exported act: who signed it, and that the key was the author's then. Needs no suite.")
    static final class Verify implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "FILE", description = "What act export printed.")
        private Path file = Path.of("");

        @Override
        public void run() {
            var exported = ExportedAct.read(Documents.bytes(file));
            var verified = exported.verify(Ed25519.fastest());
            var act = verified.act();
            var disputed = exported.disputedSince(Ed25519.fastest());
            var answer = Api.JSON
                    .createObjectNode()
                    .put("verified", true)
                    .put("act", verified.id().hex())
                    .put("type", act.type())
                    .put("actor", act.actor().hex())
                    .put("community", act.community().hex())
                    .put("key", act.key().did())
                    .put("suite", verified.envelope().suite())
                    .put("acceptedAt", exported.act().acceptedAt().toString())
                    .put("keyActs", exported.keys().size())
                    .put("disputed", disputed.isPresent());
            everywhere.print(
                    answer,
                    "verified: " + act.type() + " " + verified.id().hex(),
                    "signed with " + verified.envelope().suite() + " by "
                            + act.key().did(),
                    "which signed for " + act.actor().hex() + " at "
                            + exported.act().acceptedAt() + ", by "
                            + exported.keys().size() + " acts that changed the keys"
                            + disputed.map(since -> "\ndisputed: the author says that somebody else had this key since "
                                            + since)
                                    .orElse(""));
        }
    }
}
