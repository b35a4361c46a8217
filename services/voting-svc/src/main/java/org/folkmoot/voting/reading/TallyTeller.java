// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells one listener what is new, and that the line is still open when nothing is. */
final class TallyTeller {
    private static final long COUNTS_OF_SILENCE = Duration.ofSeconds(15).dividedBy(LiveTally.AGE);

    private final Sse sse;
    private @Nullable TallyView told;
    private int silent;

    TallyTeller(Sse sse) {
        this.sse = sse;
    }

    Multi<OutboundSseEvent> events(TallyView count) {
        var before = told;
        if (before != null && count.saysTheSameAs(before)) {
            silent++;
            return silent % COUNTS_OF_SILENCE == 0
                    ? Multi.createFrom().item(comment())
                    : Multi.createFrom().empty();
        }
        silent = 0;
        told = count;
        return Multi.createFrom().item(event(count));
    }

    private OutboundSseEvent comment() {
        return sse.newEventBuilder().comment("nothing new").build();
    }

    private OutboundSseEvent event(TallyView count) {
        return sse.newEventBuilder()
                .name(count.isFinal() ? "decision" : "tally")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(TallyView.class, count)
                .build();
    }
}
