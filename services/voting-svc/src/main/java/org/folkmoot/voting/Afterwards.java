// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something when a transaction is over. */
final class Afterwards implements Synchronization {
    /** What is done then. */
    @FunctionalInterface
    interface Then {
        /** Is told whether the transaction was committed. */
        void over(boolean committed);
    }

    private final Then then;

    Afterwards(Then then) {
        this.then = then;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        then.over(status == Status.STATUS_COMMITTED);
    }
}
