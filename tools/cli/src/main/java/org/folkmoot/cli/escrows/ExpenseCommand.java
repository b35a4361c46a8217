// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.escrows;

import java.util.Map;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Once;
import org.folkmoot.cli.client.Speaking;
import org.folkmoot.cli.client.Suite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Expenses: what members spent for the community and are paid back. */
@Command(
        name = "expense",
        description = "Ask to be paid back what you spent for the community, or decide about what others ask.",
        subcommands = {
            ExpenseCommand.ListAll.class,
            ExpenseCommand.Claim.class,
            ExpenseCommand.Approve.class,
            ExpenseCommand.Refuse.class
        })
public final class ExpenseCommand {
    @Command(name = "list", description = "List what members asked to be paid back, the latest first.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::treasury, "expenses", "expense", "state", "asset", "amount", "memo");
        }
    }

    @Command(name = "claim", description = "Ask to be paid back. Prints the claim's id.")
    static final class Claim extends Speaking {
        @Option(names = "--from", required = true, paramLabel = "ACCOUNT", description = "The account that pays.")
        private String from = "";

        @Option(names = "--asset", required = true, paramLabel = "CODE", description = "The asset.")
        private String asset = "";

        @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "How much you spent.")
        private String amount = "";

        @Option(names = "--receipt", required = true, paramLabel = "HASH", description = "The receipt's SHA-256.")
        private String receipt = "";

        @Option(names = "--memo", paramLabel = "TEXT", description = "What it was for.")
        private String memo = "";

        @Option(names = "--id", paramLabel = "TEXT", description = "What you call it; a new name if you say nothing.")
        private @Nullable String id;

        @Override
        public void run() {
            Map<String, Object> body = Map.of(
                    "id",
                    Once.name(id),
                    "from",
                    from,
                    "asset",
                    asset,
                    "amount",
                    amount,
                    "receipt",
                    receipt,
                    "memo",
                    memo);
            say("expense.claim/1", body, "expenses", "expense");
        }
    }

    @Command(name = "approve", description = "Approve what somebody asks to be paid back. Prints how it stands then.")
    static final class Approve extends Speaking {
        @Parameters(index = "1", paramLabel = "EXPENSE", description = "The claim's id.")
        private String expense = "";

        @Override
        public void run() {
            say("expense.approve/1", Map.of("expense", expense), "expenses/approvals", "state");
        }
    }

    @Command(name = "refuse", description = "Refuse what somebody asks to be paid back. Prints how it stands then.")
    static final class Refuse extends Speaking {
        @Parameters(index = "1", paramLabel = "EXPENSE", description = "The claim's id.")
        private String expense = "";

        @Override
        public void run() {
            say("expense.refuse/1", Map.of("expense", expense), "expenses/refusals", "state");
        }
    }
}
