// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;

/** Lists what was decided and is not done yet. */
@Command(name = "waiting", description = "List what was decided and is not done yet, what it waits for and since when.")
final class WaitingCommand extends CommunityList {
    WaitingCommand() {
        super(Suite::treasury, "waiting", "proposal", "step", "action", "reason", "since", "again");
    }
}
