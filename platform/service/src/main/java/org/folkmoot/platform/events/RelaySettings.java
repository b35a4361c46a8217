// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the relay waits. */
@ConfigMapping(prefix = "folkmoot.relay")
interface RelaySettings {
    /** How long it waits for a nudge before it looks by itself for what a replica left that was killed. */
    Duration every();

    /** How long it waits for Kafka before it lets go of the database and tries again. */
    Duration patience();
}
