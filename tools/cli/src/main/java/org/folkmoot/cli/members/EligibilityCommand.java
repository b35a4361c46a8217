// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.members;

import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What somebody may do, and why. */
@Command(name = "eligibility", description = "Show what somebody may do now, and by which rule and fact.")
public final class EligibilityCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Parameters(index = "1", paramLabel = "PERSON", description = "Who: an id, a did, or a key's name.")
    private String person = "";

    @Override
    public void run() {
        var at = Everywhere.hash(community);
        try (var api = new Api()) {
            var path = "/v1/communities/" + at.hex() + "/members/"
                    + everywhere.member(at, person).hex() + "/eligibility";
            var answer = api.get(everywhere.suite().identity(), path);
            everywhere.printItems(answer.path("answers"), "to", "in", "eligible", "rule", "words");
        }
    }
}
