// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Payouts: payments to the outside that were decided, and that people make. */
@Command(
        name = "payout",
        description = "Look at the payments to the outside that were decided, and fetch the orders to make them.",
        subcommands = {PayoutCommand.ListAll.class, PayoutCommand.Show.class, PayoutCommand.Order.class})
public final class PayoutCommand {
    @Command(name = "list", description = "List payouts, the latest first.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::treasury, "payouts", "payout", "state", "asset", "amount", "deadline");
        }
    }

    @Command(name = "show", description = "Show a payout, and what became of it.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "PAYOUT", description = "The payout's id.")
        private String payout = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                everywhere.printFields(api.get(everywhere.suite().treasury(), path(community, payout)));
            }
        }
    }

    @Command(
            name = "order",
            description = {
                "Fetch the order with which a bank or a Safe makes a payment.",
                "Two people who pay the same order pay twice: agree who pays."
            })
    static final class Order implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "PAYOUT", description = "The payout's id.")
        private String payout = "";

        @Option(names = "--to", required = true, paramLabel = "FILE", description = "Where to write it.")
        private Path to = Path.of("");

        @Override
        public void run() {
            try (var api = new Api();
                    var order = api.download(everywhere.suite().treasury(), path(community, payout) + "/order")) {
                Files.copy(order, to, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String path(String community, String payout) {
        return "/v1/communities/" + Everywhere.hash(community).hex() + "/payouts/"
                + Everywhere.hash(payout).hex();
    }
}
