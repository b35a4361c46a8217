// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Function;
import org.folkmoot.record.Envelope;

/**
 * Says what is signed in its turn. Two processes that sign with one key at once may arrive in the other order; the service
 * then refuses the number that is no longer the next one, and has accepted nothing. It is signed again with a later number,
 * but only while it is fresh: whoever said something else long after this meant that to be the last word.
 */
final class InTurn {
    private static final int MOST = 8;
    private static final long HIGHEST = (1L << 53) - 1;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private InTurn() {}

    static JsonNode say(Signer signer, Signing signing, Function<Envelope, JsonNode> sending) {
        var begin = System.nanoTime();
        for (var tries = 1; ; tries++) {
            try {
                return sending.apply(signing.by(signer));
            } catch (RefusedByService e) {
                var last = e.problem().path("last");
                if (!e.reason().equals("seq-replayed")
                        || tries == MOST
                        || !last.canConvertToLong()
                        || last.longValue() >= HIGHEST
                        || System.nanoTime() - begin > FRESH.toNanos()) {
                    throw e;
                }
                signer.after(last.longValue());
            }
        }
    }
}
