// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.members;

import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The roles that members hold. They are given and taken by proposals with the actions role.grant and role.revoke. */
@Command(
        name = "role",
        description = "Look at the roles that members hold. Proposals give and take them.",
        subcommands = RoleCommand.Show.class)
public final class RoleCommand {

    @Command(name = "show", description = "Show a member's roles, and until when they are held.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "MEMBER", description = "Who: an id, a did, or a key's name.")
        private String member = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var at = Everywhere.hash(community);
                var path = "/v1/communities/" + at.hex() + "/members/"
                        + everywhere.member(at, member).hex() + "/roles";
                var answer = api.get(everywhere.suite().identity(), path);
                everywhere.printItems(answer.path("roles"), "role", "until");
            }
        }
    }
}
