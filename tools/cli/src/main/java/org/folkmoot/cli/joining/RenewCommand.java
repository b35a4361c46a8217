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

/** Renews a membership that ends by itself. */
@Command(name = "renew", description = "Renew your membership for another term. Prints its new end.")
public final class RenewCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "A key that you sign with there.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var own = everywhere.keys().read(signer);
        Signing act = by -> by.sign(own, at, at, "member.renew/1", Map.of());
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/renewals";
            var answer = api.say(everywhere.suite().identity(), path, act);
            everywhere.printMade(answer, "endsAt");
        }
    }
}
