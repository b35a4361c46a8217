// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Refused;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The open polls in memory, with their rolls. A poll is loaded when it opens, or when its first ballot comes, or again
 * after it had to make room: memory is bounded by the members of all rolls together.
 */
@ApplicationScoped
class LivePolls {
    private static final Logger LOG = Logger.getLogger(LivePolls.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private static final class Held {
        private final LivePoll poll;
        private volatile long used;

        private Held(LivePoll poll) {
            this.poll = poll;
        }
    }

    private final Map<Hash, Held> held = new ConcurrentHashMap<>();
    private final Map<Hash, Uni<LivePoll>> loading = new ConcurrentHashMap<>();
    private final Map<Hash, Instant> failing = new ConcurrentHashMap<>();
    private final LoadPoll loadPoll;
    private final Database database;
    private final Clock clock;
    private final long mostMembers;
    private final Outage outage = new Outage(LOG, "The loading of rolls");

    LivePolls(
            LoadPoll loadPoll,
            Database database,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.rolls") long mostMembers) {
        this.loadPoll = loadPoll;
        this.database = database;
        this.clock = clock;
        this.mostMembers = mostMembers;
    }

    /** The poll, if it is in memory. Never blocks. */
    @Nullable
    LivePoll here(Hash poll) {
        var found = held.get(poll);
        if (found == null) return null;
        found.used = System.nanoTime();
        return found.poll;
    }

    /** Loads a poll that takes ballots now, once however many ask; fails with a refusal if it takes none. */
    Uni<LivePoll> load(Hash poll) {
        return loading.computeIfAbsent(
                poll,
                id -> Uni.createFrom()
                        .item(() -> take(id))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .onTermination()
                        .invoke(() -> loading.remove(id))
                        .memoize()
                        .indefinitely());
    }

    /** Loads what is about to open, and what was open when the service started, and forgets what is over. */
    @Scheduled(every = "${folkmoot.voting.warm-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void keepWarm() {
        var now = clock.instant();
        if (!database.ready()) return;
        outage.guard(() -> {
            var opening = loadPoll.opening(now);
            held.keySet().retainAll(opening.stream().map(LoadPoll.Opening::id).toList());
            opening.forEach(this::warm);
        });
    }

    private void warm(LoadPoll.Opening poll) {
        if (isResting(poll.id()) || held.containsKey(poll.id()) || members() + poll.members() > mostMembers) return;
        try {
            keep(loadPoll.ahead(poll.id()));
        } catch (Refused _) {
            // called off a moment ago
        } catch (PluginFailed e) {
            failing.put(poll.id(), clock.instant().plus(REST));
            LOG.warnf("A roll cannot be loaded; the others go on. %s", e.sentence());
        } catch (IllegalStateException e) {
            LOG.error("A roll cannot be loaded; the others go on", e);
        }
    }

    /** A plugin that weighs no voters now is not asked to every other second. */
    private boolean isResting(Hash poll) {
        failing.values().removeIf(until -> !clock.instant().isBefore(until));
        return failing.containsKey(poll);
    }

    private LivePoll take(Hash poll) {
        var known = here(poll);
        return known == null ? keep(loadPoll.handle(poll)) : known;
    }

    /** Whoever was not asked for the longest time makes room; the newest stays, however large it is. */
    private synchronized LivePoll keep(LivePoll poll) {
        while (members() + poll.members() > mostMembers) {
            var oldest = longestUnused();
            if (oldest.isEmpty()) break;
            held.remove(oldest.get());
        }
        var fresh = new Held(poll);
        fresh.used = System.nanoTime();
        held.put(poll.poll(), fresh);
        return poll;
    }

    private long members() {
        return held.values().stream().mapToLong(found -> found.poll.members()).sum();
    }

    private Optional<Hash> longestUnused() {
        long now = System.nanoTime();
        return held.entrySet().stream()
                .max(Comparator.comparingLong(entry -> now - entry.getValue().used))
                .map(Map.Entry::getKey);
    }
}
