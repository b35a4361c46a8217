// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.folkmoot.voting.reading.TallyFeeds.Told;
import org.jspecify.annotations.Nullable;

/** Tells one listener what is new, and that the line is still open when nothing is. */
final class TallyTeller {
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();

    private final Sse sse;
    private @Nullable TallyView told;
    private long spoken;

    TallyTeller(Sse sse) {
        this.sse = sse;
    }

    Multi<OutboundSseEvent> events(Told next) {
        var before = told;
        var now = System.nanoTime();
        var nothingNew = before != null && next.count().saysTheSameAs(before);
        if (nothingNew && now - spoken < SILENCE) return Multi.createFrom().empty();
        spoken = now;
        told = next.count();
        return Multi.createFrom().item(nothingNew ? comment() : event(next));
    }

    private OutboundSseEvent comment() {
        return sse.newEventBuilder().comment("nothing new").build();
    }

    private OutboundSseEvent event(Told next) {
        return sse.newEventBuilder()
                .name(next.count().isFinal() ? "decision" : "tally")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(String.class, next.json())
                .build();
    }
}
