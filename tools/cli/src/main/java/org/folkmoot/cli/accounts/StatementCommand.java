// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what moved in an account. */
@Command(
        name = "statement",
        description = {
            "Show what moved in an account, the first first, with what was left each time.",
            "Example: folkmoot account statement COMMUNITY treasury --asset SKR"
        })
final class StatementCommand implements Runnable {
    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private Paging paging = new Paging();

    @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "The account's name, such as treasury.")
    private String account = "";

    @Option(names = "--asset", required = true, paramLabel = "CODE", description = "The asset, such as SKR.")
    private String asset = "";

    @Override
    public void run() {
        var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/statements/" + account + paging.query()
                + "&asset=" + URLEncoder.encode(asset, UTF_8);
        try (var api = new Api()) {
            everywhere.printPage(
                    api.get(everywhere.suite().treasury(), path), "at", "code", "with", "amount", "balance", "memo");
        }
    }
}
