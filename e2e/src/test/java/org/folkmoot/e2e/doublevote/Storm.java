// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.doublevote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.cli.client.Unreachable;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** Many ballots of every member at once, to doors of which one is slammed in the middle. */
final class Storm {
    private static final int MEMBERS_AT_ONCE = 8;

    private final Api api;
    private final Town town;
    private final Submitted poll;
    private final List<URI> doors;
    private final Queue<Hash> taken = new ConcurrentLinkedQueue<>();
    private final Map<Person, Integer> takenOf = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Queue<Hash> unanswered = new ConcurrentLinkedQueue<>();

    Storm(Api api, Town town, Submitted poll, List<URI> doors) {
        this.api = api;
        this.town = town;
        this.poll = poll;
        this.doors = doors;
    }

    /** Sends so many ballots of each member, and does something when half of them are on their way. */
    void rage(List<Person> members, int each, Runnable middle) throws InterruptedException {
        var half = new CountDownLatch(members.size() * each / 2);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor();
                var crowd = Executors.newFixedThreadPool(MEMBERS_AT_ONCE)) {
            for (var member : members) crowd.execute(() -> send(member, each, hands, half));
            half.await();
            middle.run();
        }
    }

    private void send(Person member, int each, ExecutorService hands, CountDownLatch half) {
        var done = new CountDownLatch(each);
        for (int i = 0; i < each; i++) {
            var ballot = member.cast(town.community(), poll.poll(), Burst.CHOICES.get(i % Burst.CHOICES.size()));
            var door = doors.get(i % doors.size());
            hands.execute(() -> {
                half.countDown();
                try {
                    api.post(door, Town.ballots(poll), ballot.json());
                    taken.add(Hash.of(ballot.payload()));
                    takenOf.merge(member, 1, Integer::sum);
                } catch (RefusedByService no) {
                    refused.merge(no.reason(), 1, Integer::sum);
                } catch (Unreachable _) {
                    unanswered.add(Hash.of(ballot.payload()));
                } finally {
                    done.countDown();
                }
            });
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ballots for which somebody has a receipt. */
    List<Hash> taken() {
        return List.copyOf(taken);
    }

    /** How many receipts each member has. */
    Map<Person, Integer> takenOf() {
        return Map.copyOf(takenOf);
    }

    /** How many were refused, by reason. */
    Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }

    /** The ballots of which nobody knows what became of them. */
    List<Hash> unanswered() {
        return List.copyOf(unanswered);
    }
}
