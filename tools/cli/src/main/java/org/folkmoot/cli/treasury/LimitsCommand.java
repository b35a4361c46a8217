// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;

/** Lists what is left of each limit. */
@Command(name = "limits", description = "List the spending limits, with what is left of each and when it renews.")
final class LimitsCommand extends CommunityList {
    LimitsCommand() {
        super(Suite::treasury, "limits", "limit", "subject", "most", "spent", "left", "renews");
    }
}
