// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import org.folkmoot.cli.client.CommunityList;
import org.folkmoot.cli.client.Suite;
import picocli.CommandLine.Command;

/** Lists what accounts keep in reserve. */
@Command(name = "reserves", description = "List what accounts keep in reserve, with what may be taken out of each.")
final class ReservesCommand extends CommunityList {
    ReservesCommand() {
        super(Suite::treasury, "reserves", "account", "asset", "least", "available", "above", "unless");
    }
}
