// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.voting.Carriers;

/**
 * What ballots carry for others in the closed poll that was asked about last. After a close many ask about the same one, each
 * about themselves, and to work all of it out takes as long for one of them as for all. It is kept as long as there is room.
 */
@ApplicationScoped
class ClosedCarriers {
    private record Known(long no, Optional<Carriers> carriers) {}

    private SoftReference<Known> last = new SoftReference<>(new Known(0, Optional.empty()));

    /**
     * Of one poll, whose number is above 0; nothing where nobody delegates. One is worked out at a time: whoever asks about one poll
     * after the other takes no more than a processor.
     */
    synchronized Optional<Carriers> of(long no, Supplier<Optional<Carriers>> workOut) {
        var known = last.get();
        if (known == null || known.no != no) {
            known = new Known(no, workOut.get());
            last = new SoftReference<>(known);
        }
        return known.carriers;
    }
}
