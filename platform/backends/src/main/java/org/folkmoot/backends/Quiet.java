// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences libraries that tell every setting and every step at each start. */
final class Quiet {
    /** The fields keep the loggers, which would otherwise be collected and forget their level. */
    private static final List<Logger> CHATTY = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky.test.db.postgres"));

    private Quiet() {}

    /** From now on they say warnings and errors only. */
    static void onlyWarnings() {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
