// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.time.Duration;

/**
 * How long a plugin may take for an answer. A rule sees a few numbers and a power sees one voter; a tally sees every
 * ballot of a poll.
 */
record Limits(Duration call, Duration tally) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ofMinutes(1));
}
