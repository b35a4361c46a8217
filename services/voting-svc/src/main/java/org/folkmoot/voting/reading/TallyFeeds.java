// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.record.Hash;

/** The count of a poll several times a second, read once for all who listen, until it is final. */
@ApplicationScoped
class TallyFeeds {
    private final ReadTally readTally;
    private final Map<Hash, Multi<TallyView>> feeds = new ConcurrentHashMap<>();

    TallyFeeds(ReadTally readTally) {
        this.readTally = readTally;
    }

    /** A count and those that come after it, ending with the final one. */
    Multi<TallyView> from(TallyView first) {
        var later = Multi.createFrom().deferred(() -> feeds.computeIfAbsent(first.poll(), this::feed));
        var all = Multi.createBy().concatenating().streams(Multi.createFrom().item(first), later);
        // Whoever reads slowly misses counts in between, but never the last one, and holds up nobody else.
        return untilFinal(all).onOverflow().dropPreviousItems();
    }

    private Multi<TallyView> feed(Hash poll) {
        return Multi.createFrom()
                .ticks()
                .every(LiveTally.AGE)
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

    private Uni<TallyView> now(Hash poll) {
        return Uni.createFrom()
                .item(() -> readTally.handle(poll))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Behind the final count stands an end mark, because a stream can only be cut before an item. */
    private static Multi<TallyView> untilFinal(Multi<TallyView> counts) {
        return counts.onItem()
                .transformToMultiAndConcatenate(count -> count.isFinal()
                        ? Multi.createFrom().items(Optional.of(count), Optional.<TallyView>empty())
                        : Multi.createFrom().item(Optional.of(count)))
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }
}
