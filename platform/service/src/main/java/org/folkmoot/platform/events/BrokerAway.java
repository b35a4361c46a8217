// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

/** Says that Kafka does not answer; what was to be sent stays where it is. */
final class BrokerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    BrokerAway(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}
