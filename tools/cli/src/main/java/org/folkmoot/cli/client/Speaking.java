// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said to the treasury of a community: by whom, and of which. */
public abstract class Speaking implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "You: a key's name.")
    private String signer = "";

    /** Signs it about the community, sends it, and prints one field of the answer; what has a name is done once. */
    protected final void say(String type, Map<String, Object> body, String door, String field) {
        var at = Everywhere.hash(community);
        Signing act = by -> by.sign(everywhere.keys().read(signer), at, at, type, body);
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/" + door;
            var treasury = everywhere.suite().treasury();
            var made = body.get("id") instanceof String name
                    ? Once.ask(name, () -> api.say(treasury, path, act))
                    : api.say(treasury, path, act);
            everywhere.printMade(made, field);
        }
    }

    /** The account of somebody: a member's id, a did, a key's name, or the name of an account. */
    protected final String account(String written) {
        return written.contains("/")
                ? written
                : "member/"
                        + everywhere.member(Everywhere.hash(community), written).hex();
    }
}
