// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import java.util.HashMap;
import org.folkmoot.cli.client.Once;
import org.folkmoot.cli.client.Speaking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Spends for the community by a role. */
@Command(
        name = "spend",
        description = {
            "Spend for the community within the limit of a role that you hold.",
            "Whoever asks again with the same id gets the same answer, and nothing is spent twice.",
            "Example: folkmoot treasury spend COMMUNITY --from events --to harbour --asset SKR --amount 40.00 --as anna"
        })
final class SpendCommand extends Speaking {
    @Option(names = "--from", required = true, paramLabel = "ACCOUNT", description = "The account that pays.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ACCOUNT",
            description = "Who is paid: an account's name, such as harbour or member/….")
    private String to = "";

    @Option(names = "--asset", required = true, paramLabel = "CODE", description = "The asset, such as SKR.")
    private String asset = "";

    @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "How much, such as 40.00.")
    private String amount = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "The role, if you hold several.")
    private @Nullable String role;

    @Option(names = "--memo", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String memo;

    @Option(names = "--id", paramLabel = "TEXT", description = "What you call it; a new name if you say nothing.")
    private @Nullable String id;

    @Override
    public void run() {
        var body = new HashMap<String, Object>();
        body.put("id", Once.name(id));
        body.put("from", from);
        body.put("to", to);
        body.put("asset", asset);
        body.put("amount", amount);
        if (role != null) body.put("role", role);
        if (memo != null) body.put("memo", memo);
        say("treasury.spend/1", body, "spendings", "transfer");
    }
}
