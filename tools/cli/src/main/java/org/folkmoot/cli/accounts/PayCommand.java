// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Once;
import org.folkmoot.cli.client.Speaking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Pays out of one's own account. */
@Command(
        name = "pay",
        description = {
            "Pay out of your own account. Prints the transfer.",
            "Whoever asks again with the same id gets the same answer, and nothing is paid twice.",
            "Example: folkmoot account pay COMMUNITY --to harbour --asset SKR --amount 40.00 --as anna"
        })
final class PayCommand extends Speaking {
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

    @Option(names = "--memo", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String memo;

    @Option(names = "--id", paramLabel = "TEXT", description = "What you call it; a new name if you say nothing.")
    private @Nullable String id;

    @Override
    public void run() {
        var body = new HashMap<String, Object>();
        body.put("id", Once.name(id));
        body.put("legs", List.of(Map.of("to", to, "asset", asset, "amount", amount)));
        if (memo != null) body.put("memo", memo);
        say("payment.make/1", body, "payments", "transfer");
    }
}
