// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.record.Hash;

/**
 * The counts of polls several times a second, read and written down once for all who follow, until they are final. To tell a
 * count costs as much as there are followers, so a crowd hears it more seldom, and nobody's ballot waits for it.
 */
@ApplicationScoped
class TallyFeeds {
    /** A count, and the event that tells it. */
    record Told(TallyView count, Buffer event) {}

    private final ReadTally readTally;
    private final ObjectMapper mapper;
    private final Map<Hash, TallyFeed> feeds = new ConcurrentHashMap<>();

    TallyFeeds(ReadTally readTally, ObjectMapper mapper) {
        this.readTally = readTally;
        this.mapper = mapper;
    }

    /** A poll's count as its followers were told it a moment ago, if it has any. */
    Optional<Told> latest(Hash poll) {
        return Optional.ofNullable(feeds.get(poll)).flatMap(TallyFeed::latest);
    }

    /** Whether anybody follows a poll's count. */
    boolean isFollowed(Hash poll) {
        return feeds.containsKey(poll);
    }

    /** A poll's count now. */
    Told now(Hash poll) {
        var count = readTally.handle(poll);
        try {
            var name = count.isFinal() ? "decision" : "tally";
            var event = "event:" + name + "\ndata:" + mapper.writeValueAsString(count) + "\n\n";
            return new Told(count, Buffer.buffer(event.getBytes(UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a count that has no JSON", e);
        }
    }

    /** Tells somebody a count and those that come after it, ending with the final one. On their event loop. */
    void follow(Hash poll, Told first, TallyFollower follower) {
        if (!first.count().isFinal()) join(poll, first, follower);
        follower.begin(first, () -> leave(poll, follower));
    }

    private void join(Hash poll, Told first, TallyFollower follower) {
        feeds.compute(poll, (_, running) -> {
            var feed = running == null
                    ? new TallyFeed(
                            first,
                            () -> now(poll),
                            over -> feeds.remove(poll, over),
                            Infrastructure.getDefaultWorkerPool())
                    : running;
            feed.add(follower);
            return feed;
        });
    }

    private void leave(Hash poll, TallyFollower follower) {
        feeds.computeIfPresent(poll, (_, feed) -> feed.remove(follower) ? null : feed);
    }
}
