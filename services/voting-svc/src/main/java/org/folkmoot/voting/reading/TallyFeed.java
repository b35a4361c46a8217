// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.reading.TallyFeeds.Told;
import org.jboss.logging.Logger;

/** Those who follow one poll's count, and the timer by which it is read for all of them. */
final class TallyFeed {
    private static final Logger LOG = Logger.getLogger(TallyFeed.class);

    /** So many hear every count; five times as many every fifth, which is one a second. */
    private static final int CROWD = 200;

    private static final long FRESH = Duration.ofSeconds(3).toNanos();

    private final Set<TallyFollower> followers = ConcurrentHashMap.newKeySet();
    private final Supplier<Told> count;
    private final Consumer<TallyFeed> over;
    private final ScheduledFuture<?> timer;
    private volatile Told latest;
    private volatile long readAt = System.nanoTime();
    private long tick;

    /**
     * Begins to read a count.
     *
     * @param first what it was a moment ago
     * @param over is told before the last is told, after which nobody may join
     */
    TallyFeed(Told first, Supplier<Told> count, Consumer<TallyFeed> over, ScheduledExecutorService workers) {
        this.latest = first;
        this.count = count;
        this.over = over;
        // After a wait for the database there is nothing to catch up with. And a fixed rate would be a timer of the
        // event
        // loop, since Quarkus makes one of it there: nobody may read on it, and it has signatures to check first.
        long every = LiveTally.AGE.toMillis();
        this.timer = workers.scheduleWithFixedDelay(this::tick, every, every, TimeUnit.MILLISECONDS);
    }

    /** What was told last, unless that was some seconds ago. */
    Optional<Told> latest() {
        return System.nanoTime() - readAt < FRESH ? Optional.of(latest) : Optional.empty();
    }

    void add(TallyFollower follower) {
        followers.add(follower);
    }

    /** Lets one go; true if that was the last, after which nothing is read any more. */
    boolean remove(TallyFollower follower) {
        followers.remove(follower);
        if (followers.isEmpty()) timer.cancel(false);
        return followers.isEmpty();
    }

    private void tick() {
        boolean turn = ++tick % Math.max(1, Math.ceilDiv(followers.size(), CROWD)) == 0;
        if (turn) tellAll();
    }

    private void tellAll() {
        try {
            var now = count.get();
            latest = now;
            readAt = System.nanoTime();
            if (now.count().isFinal()) finish();
            followers.forEach(follower -> follower.tell(now));
        } catch (Refused _) {
            hangUp(); // the poll was called off
        } catch (RuntimeException | Error e) { // an error would end the timer, and nobody would know
            if (Setback.behind(e).isPresent()) {
                var known = latest; // the line is still open, and the next count is a new try
                followers.forEach(follower -> follower.tell(known));
                return;
            }
            LOG.error("A count cannot be told to those who follow it", e);
            hangUp();
        }
    }

    private void hangUp() {
        finish();
        followers.forEach(TallyFollower::end);
    }

    private void finish() {
        over.accept(this);
        timer.cancel(false);
    }
}
