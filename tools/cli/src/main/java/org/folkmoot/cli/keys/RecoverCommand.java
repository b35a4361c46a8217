// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.record.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** New keys for a member who lost them, by guardians whom the member had named. */
@Command(
        name = "recover",
        description = "Name guardians, and give a member new keys as one of them.",
        subcommands = {
            RecoverCommand.Guardians.class,
            RecoverCommand.Start.class,
            RecoverCommand.Approve.class,
            RecoverCommand.Objection.class,
            RecoverCommand.Show.class
        })
public final class RecoverCommand {
    private static String path(Hash community, Hash member) {
        return "/v1/communities/" + community.hex() + "/members/" + member.hex() + "/recoveries";
    }

    private static void print(Everywhere everywhere, JsonNode answer) {
        var due = answer.path("dueAt").asText("");
        everywhere.print(
                answer,
                answer.path("recovery").asText(),
                answer.path("state").asText() + ", " + answer.path("approvals").asText() + " guardians agreed"
                        + (due.isEmpty() ? "" : ", the keys change at " + due));
    }

    @Command(name = "guardians", description = "Name the members who may give you new keys.")
    static final class Guardians implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(
                index = "1..*",
                arity = "1..15",
                paramLabel = "MEMBER",
                description = "The guardians: ids, dids, or keys' names.")
        private List<String> guardians = List.of();

        @Option(names = "--threshold", required = true, paramLabel = "N", description = "How many of them must agree.")
        private int threshold;

        @Option(
                names = "--delay",
                required = true,
                paramLabel = "TIME",
                description = "How long you can object then, such as P7D.")
        private Duration delay = Duration.ZERO;

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who names them: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var own = everywhere.keys().read(signer);
            var member = own.member(at);
            Map<String, Object> body = Map.of(
                    "delaySeconds",
                    delay.toSeconds(),
                    "guardians",
                    guardians.stream()
                            .map(named -> everywhere.member(at, named).hex())
                            .toList(),
                    "threshold",
                    threshold);
            Signing act = by -> by.sign(own, at, member, "guardians.name/1", body);
            try (var api = new Api()) {
                var path = "/v1/communities/" + at.hex() + "/members/" + member.hex() + "/guardians";
                var answer = api.say(everywhere.suite().identity(), path, act);
                everywhere.print(answer, "named, from " + answer.path("from").asText());
            }
        }
    }

    @Command(name = "start", description = "Give a member a new key, as a guardian. Prints the recovery's id.")
    static final class Start implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "Whose keys: an id, a did, or a key's name.")
        private String member = "";

        @Parameters(index = "2", paramLabel = "NAME", description = "The name of the new key on this machine.")
        private String fresh = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A guardian: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var lost = everywhere.member(at, member);
            var folder = everywhere.keys();
            var sign = everywhere.signer();
            Map<String, Object> body =
                    Map.of("consents", List.of(Consents.plain(folder.read(fresh).key(), at, lost, sign.notAfter())));
            var act = sign.sign(folder.read(signer), at, lost, "recovery.start/1", body);
            try (var api = new Api()) {
                var answer = api.post(everywhere.suite().identity(), path(at, lost), act.json());
                folder.belongs(fresh, at, lost);
                print(everywhere, answer);
            }
        }
    }

    @Command(name = "approve", description = "Agree to a recovery, as a guardian.")
    static final class Approve implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "Whose keys: an id, a did, or a key's name.")
        private String member = "";

        @Parameters(index = "2", paramLabel = "RECOVERY", description = "The recovery's id.")
        private String recovery = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A guardian: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var id = Everywhere.hash(recovery);
            Signing act = by -> by.sign(everywhere.keys().read(signer), at, id, "recovery.approve/1", Map.of());
            try (var api = new Api()) {
                var path = path(at, everywhere.member(at, member)) + "/" + id.hex() + "/approvals";
                print(everywhere, api.say(everywhere.suite().identity(), path, act));
            }
        }
    }

    @Command(name = "object", description = "Stop a recovery of yourself.")
    static final class Objection implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "Whose keys: an id, a did, or a key's name.")
        private String member = "";

        @Parameters(index = "2", paramLabel = "RECOVERY", description = "The recovery's id.")
        private String recovery = "";

        @Option(
                names = "--as",
                required = true,
                paramLabel = "KEY",
                description = "A key that you still have: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var id = Everywhere.hash(recovery);
            Signing act = by -> by.sign(everywhere.keys().read(signer), at, id, "recovery.object/1", Map.of());
            try (var api = new Api()) {
                var path = path(at, everywhere.member(at, member)) + "/" + id.hex() + "/objections";
                print(everywhere, api.say(everywhere.suite().identity(), path, act));
            }
        }
    }

    @Command(name = "show", description = "Show how a recovery stands.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "Whose keys: an id, a did, or a key's name.")
        private String member = "";

        @Parameters(index = "2", paramLabel = "RECOVERY", description = "The recovery's id.")
        private String recovery = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var at = Everywhere.hash(community);
                var path = path(at, everywhere.member(at, member)) + "/"
                        + Everywhere.hash(recovery).hex();
                print(everywhere, api.get(everywhere.suite().identity(), path));
            }
        }
    }
}
