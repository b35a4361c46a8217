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

/** Leaves a community. */
@Command(name = "leave", description = "Leave a community.")
public final class LeaveCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who leaves: a key's name.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var own = everywhere.keys().read(signer);
        Signing act = by -> by.sign(own, at, at, "member.leave/1", Map.of());
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/departures";
            var answer = api.say(everywhere.suite().identity(), path, act);
            everywhere.print(answer, answer.path("member").asText() + " left");
        }
    }
}
