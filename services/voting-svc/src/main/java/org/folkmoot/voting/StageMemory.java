// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stages that were followed last, as many as there is room for. */
final class StageMemory {
    private static final int MOST = 256;

    private final Map<Long, Followed> known = new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Followed> eldest) {
            return size() > MOST;
        }
    };

    /** Hands out a stage, by the number of the poll that leads it, and knows it no more. */
    synchronized Optional<Followed> forget(long lead) {
        return Optional.ofNullable(known.remove(lead));
    }

    synchronized void remember(long lead, Followed followed) {
        known.put(lead, followed);
    }
}
