// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Paging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attestations: what members say has happened to money that is kept outside. */
@Command(
        name = "outside",
        description = "Say what happened to money that is kept outside, and see what others say.",
        subcommands = {
            OutsideCommand.ListAll.class,
            OutsideCommand.Show.class,
            OutsideCommand.Deposit.class,
            OutsideCommand.Withdrawal.class,
            OutsideCommand.Paid.class
        })
public final class OutsideCommand {
    @Command(name = "list", description = "List what was attested, the latest first.")
    static final class ListAll implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Mixin
        private Paging paging = new Paging();

        @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Option(names = "--open", description = "Only what too few have said yet.")
        private boolean open;

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/attestations" + paging.query()
                        + (open ? "&open=true" : "");
                everywhere.printPage(
                        api.get(everywhere.suite().treasury(), path),
                        "attestation",
                        "kind",
                        "state",
                        "asset",
                        "reference");
            }
        }
    }

    @Command(name = "show", description = "Show what was said about one thing, by whom, and what became of it.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "ATTESTATION", description = "Its id.")
        private String attestation = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/attestations/"
                        + Everywhere.hash(attestation).hex();
                everywhere.printFields(api.get(everywhere.suite().treasury(), path));
            }
        }
    }

    @Command(name = "deposit", description = "Say that something came in. Prints how it stands then.")
    static final class Deposit extends Moved {
        @Override
        String kind() {
            return "deposit";
        }
    }

    @Command(name = "withdrawal", description = "Say that something went out. Prints how it stands then.")
    static final class Withdrawal extends Moved {
        @Override
        String kind() {
            return "withdrawal";
        }
    }

    /** Something that came in or went out. */
    abstract static class Moved extends Attesting {
        @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Whose it is here.")
        private String account = "";

        @Option(names = "--asset", required = true, paramLabel = "CODE", description = "The asset, such as EUR.")
        private String asset = "";

        @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "How much, such as 250.00.")
        private String amount = "";

        @Option(
                names = "--at",
                required = true,
                paramLabel = "TIME",
                description = "When it happened there: 2026-11-20T09:00:00.000Z.")
        private String at = "";

        abstract String kind();

        @Override
        public void run() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("kind", kind());
            body.put("account", account);
            body.put("asset", asset);
            body.put("amount", amount);
            body.put("at", at);
            attest(body);
        }
    }

    @Command(name = "paid", description = "Say what became of a payout. Prints how it stands then.")
    static final class Paid extends Attesting {
        @Parameters(index = "1", paramLabel = "PAYOUT", description = "The payout's id.")
        private String payout = "";

        @Option(names = "--failed", description = "It could not be paid; without this, it was paid.")
        private boolean failed;

        @Override
        public void run() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("kind", "payout");
            body.put("payout", payout);
            body.put("outcome", failed ? "failed" : "done");
            attest(body);
        }
    }
}
