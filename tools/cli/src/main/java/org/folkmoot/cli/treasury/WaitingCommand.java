// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what was decided and is not done yet. */
@Command(name = "waiting", description = "List what was decided and is not done yet, what it waits for and since when.")
final class WaitingCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private Paging paging = new Paging();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Override
    public void run() {
        try (var api = new Api()) {
            var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/waiting" + paging.query();
            everywhere.printPage(
                    api.get(everywhere.suite().treasury(), path),
                    "proposal",
                    "step",
                    "action",
                    "reason",
                    "since",
                    "again");
        }
    }
}
