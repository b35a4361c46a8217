// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.escrows;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Everywhere;
import org.folkmoot.cli.client.Once;
import org.folkmoot.cli.client.Speaking;
import org.folkmoot.cli.client.Suite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Streams, grants and bounties: what a community keeps for somebody. */
@Command(
        name = "escrow",
        description = "Look at what a community keeps for somebody; take, claim and release it.",
        subcommands = {
            EscrowCommand.ListAll.class,
            EscrowCommand.Show.class,
            EscrowCommand.Withdraw.class,
            EscrowCommand.Attest.class,
            EscrowCommand.Claim.class,
            EscrowCommand.Award.class
        })
public final class EscrowCommand {
    @Command(name = "list", description = "List what is or was kept for somebody, the latest first.")
    static final class ListAll extends CommunityList {
        ListAll() {
            super(Suite::treasury, "escrows", "escrow", "kind", "state", "asset", "left");
        }
    }

    @Command(name = "show", description = "Show the terms of an escrow, and what is due of it now.")
    static final class Show implements Runnable {
        @Mixin
        private Everywhere everywhere = new Everywhere();

        @Parameters(index = "0", paramLabel = "COMMUNITY", description = "The community's id.")
        private String community = "";

        @Parameters(index = "1", paramLabel = "ESCROW", description = "The escrow's id.")
        private String escrow = "";

        @Override
        public void run() {
            try (var api = new Api()) {
                var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/escrows/"
                        + Everywhere.hash(escrow).hex();
                everywhere.printFields(api.get(everywhere.suite().treasury(), path));
            }
        }
    }

    @Command(name = "withdraw", description = "Take what is due of a stream. Prints the transfer.")
    static final class Withdraw extends Speaking {
        @Parameters(index = "1", paramLabel = "ESCROW", description = "The stream's id.")
        private String escrow = "";

        @Option(
                names = "--amount",
                paramLabel = "AMOUNT",
                description = "How much; all that is due if you say nothing.")
        private @Nullable String amount;

        @Option(names = "--id", paramLabel = "TEXT", description = "What you call it; a new name if you say nothing.")
        private @Nullable String id;

        @Override
        public void run() {
            var body = new HashMap<String, Object>(Map.of("escrow", escrow, "id", Once.name(id)));
            if (amount != null) body.put("amount", amount);
            say("stream.withdraw/1", body, "escrows/withdrawals", "transfer");
        }
    }

    @Command(name = "attest", description = "Say that what a tranche of a grant is for is done.")
    static final class Attest extends Speaking {
        @Parameters(index = "1", paramLabel = "ESCROW", description = "The grant's id.")
        private String escrow = "";

        @Parameters(index = "2", paramLabel = "NUMBER", description = "The number of the tranche, from 1.")
        private long number;

        @Override
        public void run() {
            Map<String, Object> body = Map.of("escrow", escrow, "number", number);
            say("grant.attest/1", body, "escrows/attestations", "act");
        }
    }

    @Command(name = "claim", description = "Say that what a bounty is for is done, by you.")
    static final class Claim extends Speaking {
        @Parameters(index = "1", paramLabel = "ESCROW", description = "The bounty's id.")
        private String escrow = "";

        @Parameters(index = "2", paramLabel = "WORK", description = "The SHA-256 of what you did.")
        private String work = "";

        @Option(names = "--memo", paramLabel = "TEXT", description = "What there is to say about it.")
        private String memo = "";

        @Override
        public void run() {
            Map<String, Object> body = Map.of("escrow", escrow, "work", work, "memo", memo);
            say("bounty.claim/1", body, "escrows/claims", "act");
        }
    }

    @Command(name = "award", description = "Say, as a judge, who should get a bounty.")
    static final class Award extends Speaking {
        @Parameters(index = "1", paramLabel = "ESCROW", description = "The bounty's id.")
        private String escrow = "";

        @Parameters(index = "2", paramLabel = "PERSON", description = "Who: an id, a did, or a key's name.")
        private String person = "";

        @Override
        public void run() {
            Map<String, Object> body = Map.of("escrow", escrow, "to", account(person));
            say("bounty.award/1", body, "escrows/awards", "act");
        }
    }
}
