// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.members;

import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sessions, for reading what is not public. */
@Command(
        name = "session",
        description = "Prove a key, to read what is not public.",
        subcommands = SessionCommand.Open.class)
public final class SessionCommand {

    @Command(
            name = "open",
            description = "Open a session of ten minutes. Prints its token; commands use the one in FOLKMOOT_SESSION.")
    static final class Open implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you sign with there.")
        private String signer = "";

        @Option(
                names = "--for",
                split = ",",
                paramLabel = "SCOPE",
                description = "What for: roll, personal, or both with a comma. Default: roll.")
        private List<String> scopes = List.of("roll");

        @Override
        public void run() {
            try (var api = new Api()) {
                var at = Everywhere.hash(community);
                everywhere.printMade(Sessions.open(api, everywhere, at, signer, scopes), "token");
            }
        }
    }
}
