// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.Collection;
import java.util.List;
import org.folkmoot.contracts.Event;

/**
 * A table whose rows are numbered and never change, so that it is its own outbox: the relay remembers how far it has
 * sent and the rows are written once. A bean that implements this is found and relayed; whoever writes rows says so to
 * {@link Outbox#wrote}, or they wait until the relay looks by itself.
 *
 * <p>A stream's numbers must become visible in order: the row lock of what they are numbered in is taken before the
 * number. A chunk is sent at least once, and after a crash perhaps again with another end, so its event says from which
 * number to which it goes.
 */
public interface NumberedTable {
    /** The topic that its rows are told on, which is no other service's. */
    String topic();

    /** The streams that may have something to send; one position is kept for each. */
    Collection<String> streams();

    /**
     * The next chunks after a position, in order; empty when there is nothing, and one at most when there is nothing behind
     * it. It runs in the relay's transaction.
     */
    List<Chunk> next(String stream, long after);

    /** An event that tells all rows after the chunk before it up to a position. */
    record Chunk(Event event, long position) {}
}
