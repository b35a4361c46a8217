// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.badday;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/**
 * Members who vote all day and change their minds. Each sends the same ballot until it is taken, and only then the next
 * one; so the last one that was taken is the one that must count. Beside them, cheats send what must not count.
 */
final class Crowd {
    private static final List<String> CHOICES = List.of("for", "against", "abstain");
    private static final int WALKERS = 3;
    private static final int LINES = 40;
    private static final Duration PACE = Duration.ofMillis(40);
    private static final long SEED = 20261120;

    private record Ballot(Person member, String choice, Envelope envelope) {}

    private final Town town;
    private final Submitted poll;
    private final Booth booth;
    private final Map<Person, String> counted = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final CountDownLatch evening = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> voters = new ArrayList<>();

    Crowd(Town town, Submitted poll) {
        this.town = town;
        this.poll = poll;
        this.booth = new Booth(town.suite().voting(), poll);
    }

    /** A part of the members votes one by one, the rest in lines. */
    void begin(List<Person> members, List<Person> strangers) {
        var walking = members.subList(0, members.size() / 4);
        for (var walker = 0; walker < WALKERS; walker++) {
            var random = new Random(SEED + walker);
            var mine = every(WALKERS, walker, walking);
            voters.add(threads.submit(() -> vote(mine, 1, random)));
        }
        var inLines = members.subList(members.size() / 4, members.size());
        voters.add(threads.submit(() -> vote(inLines, LINES, new Random(SEED + WALKERS))));
        voters.add(threads.submit(() -> cheat(walking, strangers)));
    }

    /** Ends the day: what was begun is sent until it is taken. */
    void rest() {
        evening.countDown();
        try {
            for (var voter : voters) voter.get(Town.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("somebody could not finish voting", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One more voter, whose ballot the test cast itself. */
    void add(Person member, String choice, Hash act) {
        counted.put(member, choice);
        taken.add(act.hex());
    }

    /** Each member's last ballot that was taken. */
    Map<Person, String> counted() {
        return counted;
    }

    /** The acts of all ballots that were taken. */
    Set<String> taken() {
        return taken;
    }

    /** The acts of all ballots that were refused for good. */
    Set<String> refused() {
        return refused;
    }

    /** Answers that nobody should get, whatever dies. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    Booth booth() {
        return booth;
    }

    private void vote(List<Person> mine, int atOnce, Random random) {
        while (!isEvening())
            for (var from = 0; from < mine.size() && !isEvening(); from += atOnce) {
                var some = mine.subList(from, Math.min(mine.size(), from + atOnce));
                castUntilTaken(
                        some.stream().map(member -> ballot(member, random)).toList());
            }
    }

    private Ballot ballot(Person member, Random random) {
        var choice = CHOICES.get(random.nextInt(CHOICES.size()));
        return new Ballot(member, choice, member.cast(town.community(), poll.poll(), choice));
    }

    private void castUntilTaken(List<Ballot> ballots) {
        for (var open = ballots; !open.isEmpty() && !Thread.currentThread().isInterrupted(); ) {
            open = send(open);
            isEvening();
        }
    }

    /** Gives those of which nobody knows yet. */
    private List<Ballot> send(List<Ballot> ballots) {
        var answers = ballots.size() == 1
                ? List.of(booth.one(ballots.getFirst().envelope()))
                : booth.lines(ballots.stream().map(Ballot::envelope).toList());
        var open = new ArrayList<Ballot>();
        for (var i = 0; i < ballots.size(); i++) {
            var ballot = ballots.get(i);
            switch (answers.get(i)) {
                case Answer.Taken(var act) -> {
                    counted.put(ballot.member(), ballot.choice());
                    taken.add(act);
                    if (!act.equals(id(ballot.envelope()))) surprises.add("a receipt for another act");
                }
                case Answer.Refused no -> surprises.add("an honest ballot: " + no);
                case Answer.Later _, Answer.Silence _ -> open.add(ballot);
            }
        }
        return open;
    }

    /** Strangers vote, and old ballots of members who have voted since come late. */
    private void cheat(List<Person> members, List<Person> strangers) {
        for (var turn = 0; !isEvening(); turn++) {
            var stranger = strangers.get(turn % strangers.size());
            expect("not-on-roll", stranger.cast(town.community(), poll.poll(), "against"));
            var member = members.get(turn % members.size());
            if (!counted.containsKey(member)) continue;
            var old = member.says(town.community(), "ballot.cast/1")
                    .about(poll.poll())
                    .with("choice", "against");
            expect("seq-replayed", old.seq(turn + 1L).sign());
        }
    }

    private void expect(String reason, Envelope ballot) {
        switch (booth.one(ballot)) {
            case Answer.Refused no when no.reason().equals(reason) -> refused.add(id(ballot));
            case Answer.Later _, Answer.Silence _ -> {}
            case Answer.Refused other -> surprises.add("instead of " + reason + ": " + other);
            case Answer.Taken _ -> surprises.add("instead of " + reason + ": taken");
        }
    }

    private static String id(Envelope ballot) {
        return Hash.of(ballot.payload()).hex();
    }

    private static List<Person> every(int step, int from, List<Person> people) {
        return java.util.stream.IntStream.iterate(from, i -> i < people.size(), i -> i + step)
                .mapToObj(people::get)
                .toList();
    }

    /** Takes a breath, so that there is time for others on this machine, and says whether the day is over. */
    private boolean isEvening() {
        try {
            return evening.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
