// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import picocli.CommandLine.Command;

/** The treasury: what there is and is promised, what is spent within limits, and what is shared with whoever leaves. */
@Command(
        name = "treasury",
        description = "See and check the ledger and what is promised, spend within limits, and leave with a share.",
        subcommands = {
            LedgerCommand.class,
            JournalCommand.class,
            VerifyCommand.class,
            ForecastCommand.class,
            SpendCommand.class,
            LimitsCommand.class,
            ReservesCommand.class,
            WaitingCommand.class,
            OpeningCommand.class,
            ExitCommand.class
        })
public final class TreasuryCommand {}
