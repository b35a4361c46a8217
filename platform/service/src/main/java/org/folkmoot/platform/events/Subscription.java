// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.Set;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventType;

/**
 * A part of a service that acts on facts of other services. A bean that implements this is found and fed.
 *
 * <p>Each fact is applied in one transaction together with the note that it was applied, in order per key, and once in
 * effect however often it is delivered. When the database is away or somebody is in the way, the same fact is tried
 * again until it passes; when the subscription itself refuses a fact by any exception, the fact is set aside on the dead
 * letter topic and the next one comes, unless the subscription keeps it.
 */
public interface Subscription {
    /** The name under which applied facts are noted; changing it applies every fact again. */
    String name();

    /** The topics whose facts are of interest. */
    Set<String> topics();

    /**
     * The facts of these topics that are of interest, and what is done with each, inside a transaction. All others are let pass
     * unread, which costs next to nothing.
     */
    Facts facts();

    /**
     * Says what becomes of a fact that could not be applied, in another transaction that notes it as applied. Whoever keeps it, to
     * try again later, returns; by the failure, or any other, it is set aside.
     */
    default void failed(Event event, RuntimeException failure) {
        throw failure;
    }

    /**
     * Whether anybody here asks for a fact about this subject, which is asked before it is read. Where nobody mostly does, this
     * spares the reading and the note.
     */
    default boolean wants(EventType type, String subject) {
        return true;
    }
}
