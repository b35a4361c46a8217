// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.accounts;

import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Accounts: where a community's assets are. */
@Command(
        name = "account",
        description = "Look at accounts and transfers, and pay out of your own.",
        subcommands = {
            AccountCommand.Show.class,
            AccountCommand.ListAll.class,
            AccountCommand.Transfers.class,
            StatementCommand.class,
            PayCommand.class
        })
public final class AccountCommand {

    @Command(name = "show", description = "Show an account and its balance.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "ACCOUNT", description = "The account's name, such as treasury.")
        private String account = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/accounts/" + account;
                everywhere.printFields(api.get(everywhere.suite().treasury(), path));
            }
        }
    }

    @Command(name = "list", description = "List a community's accounts.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::treasury, "accounts", "account", "asset", "balance");
        }
    }

    @Command(name = "transfers", description = "List a community's transfers.")
    static final class Transfers extends CommunityList {
        Transfers() {
            super(Suite::treasury, "transfers", "at", "from", "to", "asset", "amount");
        }
    }
}
