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

/** Appeals against an expulsion. */
@Command(name = "appeal", description = "Appeal against your expulsion. Prints when it was noted.")
public final class AppealCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you signed with there.")
    private String signer = "";

    @Option(names = "--grounds", required = true, paramLabel = "TEXT", description = "Why it should be overturned.")
    private String grounds = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var own = everywhere.keys().read(signer);
        Signing act = by -> by.sign(own, at, at, "member.appeal/1", Map.of("grounds", grounds));
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/appeals";
            var answer = api.say(everywhere.suite().identity(), path, act);
            everywhere.printMade(answer, "appealedAt");
        }
    }
}
