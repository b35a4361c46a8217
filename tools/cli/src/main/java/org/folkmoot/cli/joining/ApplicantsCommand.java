// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.joining;

import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who asks to become a member. */
@Command(
        name = "applicants",
        description = "Look at who asks to become a member.",
        subcommands = {ApplicantsCommand.ListAll.class, ApplicantsCommand.Show.class})
public final class ApplicantsCommand {

    @Command(name = "list", description = "List the open applications.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::identity, "applicants", "applicant", "state", "words");
        }
    }

    @Command(name = "show", description = "Show how an application stands, and why.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "PERSON", description = "Who: an id, a did, or a key's name.")
        private String person = "";

        @Override
        public void run() {
            var at = Everywhere.hash(community);
            var about = everywhere.member(at, person);
            try (var api = new Api()) {
                var path = "/v1/communities/" + at.hex() + "/applicants/" + about.hex();
                everywhere.printFields(api.get(everywhere.suite().identity(), path));
            }
        }
    }
}
