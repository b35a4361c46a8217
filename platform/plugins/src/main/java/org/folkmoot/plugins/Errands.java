// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.util.function.Supplier;

/** What a plugin's thread asks of the thread that waits for it, because only that one holds the transaction. */
interface Errands {
    /** Gets something from the waiting thread. */
    <V> V run(Supplier<V> errand);
}
