// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what is left of each limit. */
@Command(name = "limits", description = "List the spending limits, with what is left of each and when it renews.")
final class LimitsCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private Paging paging = new Paging();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Override
    public void run() {
        try (var api = new Api()) {
            var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/limits" + paging.query();
            everywhere.printPage(
                    api.get(everywhere.suite().treasury(), path),
                    "limit",
                    "subject",
                    "most",
                    "spent",
                    "left",
                    "renews");
        }
    }
}
