// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

/** What tests that run beside each other have to agree on, as names for {@code @ResourceLock}. */
public final class Locks {
    /**
     * The shared suite and its groups of readers on Kafka. Whoever only talks to it reads; whoever lets a process come or go
     * writes, because everybody's polls wait until Kafka has shared out the partitions again.
     */
    public static final String SHARED_HOUSE = "shared house";

    /**
     * The machine beside the shared suite, for suites of one's own. Whoever types commands before a poll closes writes;
     * whoever only kills and waits reads, and takes both processors for a while at each start.
     */
    public static final String OWN_HOUSE = "own house";

    private Locks() {}
}
