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

/** Objects to an applicant. */
@Command(name = "object", description = "Object to an applicant while the constitution lets members do so.")
public final class ObjectCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Parameters(index = "1", paramLabel = "PERSON", description = "Who: an id, a did, or a key's name.")
    private String person = "";

    @Parameters(index = "2", paramLabel = "REASON", description = "Why.")
    private String reason = "";

    @Option(names = "--as", required = true, paramLabel = "KEY", description = "Who objects: a key's name.")
    private String signer = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        var about = everywhere.member(at, person);
        Map<String, Object> body = Map.of("reason", reason);
        Signing act = by -> by.sign(everywhere.keys().read(signer), at, about, "member.challenge/1", body);
        try (var api = new Api()) {
            Speaking.print(
                    everywhere, api.say(everywhere.suite().identity(), Speaking.path(at, about, "objections"), act));
        }
    }
}
