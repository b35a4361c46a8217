// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.suite;

import java.util.concurrent.Semaphore;

/** What tests that run beside each other have to agree on, as names for {@code @ResourceLock}. */
public final class Locks {
    /**
     * The shared suite and its groups of readers on Kafka. Whoever only talks to it reads; whoever lets a process come or go
     * writes, because everybody's polls wait until Kafka has shared out the partitions again.
     */
    public static final String SHARED_HOUSE = "shared house";

    /**
     * The machine beside the shared suite, for suites of one's own. Whoever types commands before a poll closes reads;
     * whoever measures, or kills and takes both processors for a while at each start, writes.
     */
    public static final String OWN_HOUSE = "own house";

    /** How many suites of their own those who read {@link #OWN_HOUSE} have at a time. */
    public static final Semaphore ROOM = new Semaphore(2);

    private Locks() {}
}
