// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.joining;

import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Signing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks to become a member. */
@Command(name = "join", description = "Ask to become a member. Prints your id, how it stands and what is missing.")
public final class JoinCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who asks: a key's name.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var own = everywhere.keys().read(signer);
        Signing act = by -> by.sign(own, at, at, "member.join/1", Map.of());
        try (var api = new Api()) {
            var answer = api.say(everywhere.suite().identity(), "/v1/communities/" + at.hex() + "/applicants", act);
            everywhere.print(
                    answer,
                    answer.path("applicant").asText(),
                    answer.path("state").asText() + ": " + answer.path("words").asText());
        }
    }
}
