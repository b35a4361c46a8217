// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.record.Hash;

/**
 * The count of a poll several times a second, read and written down once for all who listen, until it is final. To tell it
 * costs as much as there are listeners, so a crowd hears it more seldom, and nobody's ballot waits for it.
 */
@ApplicationScoped
class TallyFeeds {
    /** So many hear every count; five times as many every fifth, which is one a second. */
    private static final int CROWD = 200;

    /** A count and its JSON. */
    record Told(TallyView count, String json) {}

    private final ReadTally readTally;
    private final ObjectMapper mapper;
    private final Map<Hash, Multi<Told>> feeds = new ConcurrentHashMap<>();
    private final Map<Hash, Integer> listeners = new ConcurrentHashMap<>();

    TallyFeeds(ReadTally readTally, ObjectMapper mapper) {
        this.readTally = readTally;
        this.mapper = mapper;
    }

    /** A count and those that come after it, ending with the final one. */
    Multi<Told> from(TallyView first) {
        var poll = first.poll();
        var later = Multi.createFrom().deferred(() -> feeds.computeIfAbsent(poll, this::feed));
        var all = Multi.createBy().concatenating().streams(Multi.createFrom().item(told(first)), later);
        // Whoever reads slowly misses counts in between, but never the last one, and holds up nobody else.
        return untilFinal(all)
                .onOverflow()
                .dropPreviousItems()
                .onSubscription()
                .invoke(() -> listeners.merge(poll, 1, Integer::sum))
                .onTermination()
                .invoke(() -> listeners.computeIfPresent(poll, (_, many) -> many > 1 ? many - 1 : null));
    }

    private boolean isTurn(long tick, Hash poll) {
        return tick % Math.max(1, Math.ceilDiv(listeners.getOrDefault(poll, 1), CROWD)) == 0;
    }

    private Multi<Told> feed(Hash poll) {
        return Multi.createFrom()
                .ticks()
                .every(LiveTally.AGE)
                .select()
                .where(tick -> isTurn(tick, poll))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> now(poll))
                .onTermination()
                .invoke(() -> feeds.remove(poll))
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    private Uni<Told> now(Hash poll) {
        return Uni.createFrom()
                .item(() -> told(readTally.handle(poll)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Told told(TallyView count) {
        try {
            return new Told(count, mapper.writeValueAsString(count));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a count that has no JSON", e);
        }
    }

    /** Behind the final count stands an end mark, because a stream can only be cut before an item. */
    private static Multi<Told> untilFinal(Multi<Told> counts) {
        return counts.onItem()
                .transformToMultiAndConcatenate(told -> told.count().isFinal()
                        ? Multi.createFrom().items(Optional.of(told), Optional.<Told>empty())
                        : Multi.createFrom().item(Optional.of(told)))
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }
}
