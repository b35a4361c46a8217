// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.folkmoot.platform.data.Setback;
import org.jboss.logging.Logger;

/** Does one of many that are due in a transaction of its own, so that one that fails holds up no other. */
public final class Apart {
    private Apart() {}

    /**
     * Runs the work. If it is at fault, this is logged and it is postponed. If somebody else is in the way, it stays due. That
     * the database is away is thrown, because it is away for all of them.
     *
     * @param what the work as the first words of a sentence
     * @return whether it is due no longer
     */
    public static boolean run(Logger log, String what, Runnable work, Runnable postpone) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (RuntimeException e) {
            if (Setback.DATABASE_AWAY.isBehind(e)) throw e;
            if (Setback.CONTENTION.isBehind(e)) {
                log.debugf("Somebody was in the way: %s", what);
                return false;
            }
            log.errorf(e, "%s is looked at again later", what);
            QuarkusTransaction.requiringNew().run(postpone);
        }
        return true;
    }
}
