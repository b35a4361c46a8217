// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.doublevote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Act;
import org.folkmoot.record.Envelope;
import org.folkmoot.testkit.Person;

/** One member's ballots, all valid, each with a number of its own, sent at the same moment to several doors. */
final class Burst {
    static final List<String> CHOICES = List.of("for", "against", "abstain");

    /** What came of it: the choices that were taken by their number, and how many were refused for which reason. */
    record Outcome(Map<Long, String> taken, Map<String, Integer> refused) {}

    private final Api api;
    private final Town town;
    private final Submitted poll;
    private final List<URI> doors;

    Burst(Api api, Town town, Submitted poll, List<URI> doors) {
        this.api = api;
        this.town = town;
        this.poll = poll;
        this.doors = doors;
    }

    Outcome send(Person member, int count) {
        var outcome = new Outcome(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = IntStream.range(0, count)
                    .mapToObj(i -> {
                        var choice = CHOICES.get(i % CHOICES.size());
                        var ballot = member.cast(town.community(), poll.poll(), choice);
                        return (Future<?>) threads.submit(() -> {
                            start.await();
                            send(ballot, choice, doors.get(i % doors.size()), outcome);
                            return "sent";
                        });
                    })
                    .toList();
            start.countDown();
            for (var each : sending) each.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
        return outcome;
    }

    private void send(Envelope ballot, String choice, URI door, Outcome outcome) {
        try {
            api.post(door, Town.ballots(poll), ballot.json());
            outcome.taken().put(Act.read(ballot.payload()).seq(), choice);
        } catch (RefusedByService refused) {
            outcome.refused().merge(refused.reason(), 1, Integer::sum);
        }
    }
}
