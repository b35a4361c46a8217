// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.outside;

import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Signing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said about the outside: by whom, in which community, and under which reference. */
abstract class Attesting implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "TEXT",
            description = "What the bank or the chain calls it.")
    private String reference = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "You: a key's name.")
    private String signer = "";

    /** Signs it, sends it, and prints how it stands then. */
    final void attest(Map<String, Object> body) {
        var at = Everywhere.hash(community);
        body.put("reference", reference);
        Signing act = by -> by.sign(everywhere.keys().read(signer), at, at, "treasury.attest/1", body);
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/attestations";
            everywhere.printMade(api.say(everywhere.suite().treasury(), path, act), "state");
        }
    }
}
