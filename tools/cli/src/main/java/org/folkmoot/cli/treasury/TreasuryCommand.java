// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import picocli.CommandLine.Command;

/** The treasury: what is spent within limits, and what is shared with whoever leaves. */
@Command(
        name = "treasury",
        description = "Spend within limits, see what is left of them, and leave with a share.",
        subcommands = {SpendCommand.class, LimitsCommand.class, ExitCommand.class})
public final class TreasuryCommand {}
