// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.members;

import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Signing;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Members of a community. */
@Command(
        name = "members",
        description = "Add members, and look at them.",
        subcommands = {
            MembersCommand.Add.class,
            MembersCommand.AddMany.class,
            MembersCommand.ListAll.class,
            MembersCommand.Show.class,
            MembersCommand.Id.class
        })
public final class MembersCommand {

    @Command(name = "add", description = "Add a member. Prints the member's id.")
    static final class Add implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "The member's key: a did:key, or a key's name.")
        private String member = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who admits: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var folder = everywhere.keys();
            Map<String, Object> body = Map.of("key", folder.resolve(member).did());
            Signing act = by -> by.sign(folder.read(signer), at, at, "member.add/1", body);
            try (var api = new Api()) {
                var path = "/v1/communities/" + at.hex() + "/members";
                everywhere.printMade(api.say(everywhere.suite().identity(), path, act), "member");
            }
        }
    }

    @Command(name = "add-many", description = "Add all the members that a file names, or none of them.")
    static final class AddMany implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "One did:key a line.")
        private Path file = Path.of("");

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who admits: a key's name.")
        private String signer = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            try (var api = new Api();
                    var roll = RollFile.of(file)) {
                var act = everywhere
                        .signer()
                        .sign(everywhere.keys().read(signer), at, at, "member.register/1", roll.body());
                var path = "/v1/communities/" + at.hex() + "/members/bulk";
                var answer = api.post(everywhere.suite().identity(), path, "application/x-ndjson", roll.lines(act));
                everywhere.print(answer, answer.path("added").asText() + " members added");
            }
        }
    }

    @Command(name = "list", description = "List the members.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::identity, "members", "member", "key");
        }
    }

    @Command(name = "show", description = "Show a member.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "The member's id.")
        private String member = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/members/"
                        + Everywhere.hash(member).hex();
                everywhere.printFields(api.get(everywhere.suite().identity(), path));
            }
        }
    }

    @Command(name = "id", description = "Print the id that a key's owner has in a community.")
    static final class Id implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "A did, or a key's name.")
        private String key = "";

        @Override
        public void run() {
            var member = everywhere.member(Everywhere.hash(community), key).hex();
            everywhere.print(Api.JSON.createObjectNode().put("member", member), member);
        }
    }
}
