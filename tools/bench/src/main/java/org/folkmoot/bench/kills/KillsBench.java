// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.folkmoot.bench.Median;
import org.folkmoot.bench.ledger.Payers;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;

/**
 * Kills treasury-svc, PostgreSQL and Kafka at random moments while several senders pay and decisions are enacted, and looks
 * from outside whether anything that was acknowledged is lost, doubled or different.
 */
public final class KillsBench {
    private static final int MEMBERS = 60;
    private static final int SENDERS = 6;
    private static final int LOOK_EVERY = 5;
    private static final String ASSETS = """
            assets:
              LETS: { scale: 2, kind: mutual-credit, line: 10000000000000.00 }
              SKR: { scale: 2, kind: currency, issuance: { cap: "100000000.00" } }
            accounts:
              treasury: { asset: SKR, opening: "100000000.00" }
              pot: { asset: SKR }""";

    /** What came of it: the figures, and what was wrong. */
    public record Outcome(List<String> figures, List<String> faults) {}

    private final Consumer<String> say;
    private final House house;
    private final Payers payers;
    private final Ears ears = new Ears();
    private final Gate gate = new Gate();
    private final Decisions decisions;
    private final Inspection inspection;
    private final List<Runnable> workers = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Long>> downs = new TreeMap<>();
    private String last = "";

    private KillsBench(Consumer<String> say, House house, Api api, long seed) {
        this.say = say;
        this.house = house;
        var treasury = house.url("treasury");
        payers = new Payers(api, house.url("identity"), treasury, MEMBERS, ASSETS);
        house.stop("identity");
        decisions = new Decisions(house.kafka(), payers, gate, new Random(seed));
        inspection = new Inspection(api, treasury, house.kafka(), payers);
        var counter = new Counter(api, treasury, payers);
        for (int i = 0; i < SENDERS; i++)
            workers.add(new Sender(i, counter, payers, ears, gate, new Random(seed + 1 + i)));
        ((Sender) workers.getFirst()).askUntilAnswered(List.of(Sender.known(payers)));
        workers.add(decisions);
    }

    /** Kills so many times, prints what came of it, and tells whether everything held. */
    public static boolean holds(PrintStream out, int times, long seed) {
        var outcome = run(out::println, times, seed);
        outcome.figures().forEach(out::println);
        outcome.faults().forEach(out::println);
        return outcome.faults().isEmpty();
    }

    /** Kills so many times, as a seed says. */
    public static Outcome run(Consumer<String> say, int times, long seed) {
        var wanted = Options.throwAway(Home.find()).withServices(List.of("identity", "treasury"));
        try (var house = House.start(wanted, say);
                var api = new Api()) {
            return new KillsBench(say, house, api, seed).run(Strike.plan(times, new Random(seed)));
        }
    }

    private Outcome run(List<Strike> plan) {
        var from = System.nanoTime();
        try (var threads = Executors.newCachedThreadPool();
                decisions) {
            var working = begin(threads);
            for (int i = 0; i < plan.size(); i++) {
                strike(i + 1, plan.size(), plan.get(i));
                if ((i + 1) % LOOK_EVERY == 0 && plan.size() - i > LOOK_EVERY / 2) look();
            }
            gate.quietly(() -> true); // whatever was begun is answered
            gate.close();
            for (var one : working) await(one);
            look();
        }
        faults.addAll(ears.surprises());
        return new Outcome(figures(plan.size(), Duration.ofNanos(System.nanoTime() - from)), faults);
    }

    private List<Future<?>> begin(ExecutorService threads) {
        var working = new ArrayList<Future<?>>();
        for (var worker : workers) working.add(threads.submit(worker));
        return working;
    }

    private void strike(int number, int of, Strike strike) {
        LockSupport.parkNanos(strike.after().toNanos());
        var answered = ears.kept().size();
        house.kill(strike.victim());
        var from = System.nanoTime();
        strike.again().ifPresent(pause -> {
            var starting = CompletableFuture.runAsync(() -> house.restart(strike.victim()));
            LockSupport.parkNanos(pause.toNanos());
            house.kill(strike.victim());
            starting.handle((_, _) -> true).join(); // it failed, or answered in time: both are well
        });
        house.restart(strike.victim());
        var took = (System.nanoTime() - from) / 1_000_000;
        downs.computeIfAbsent(strike.victim(), _ -> new ArrayList<>()).add(took);
        say.accept("%3d of %d: %s is killed%s after %d ms, %d payments were acknowledged; back after %d ms"
                .formatted(
                        number,
                        of,
                        strike.victim(),
                        strike.again()
                                .map(pause -> " and again " + pause.toMillis() + " ms later")
                                .orElse(""),
                        strike.after().toMillis(),
                        answered,
                        took));
    }

    private void look() {
        var from = System.nanoTime();
        var report = gate.quietly(() -> inspection.look(ears.kept(), decisions.due()));
        faults.addAll(report.faults());
        last = "%d movements in %d blocks, %d of them told more than once"
                .formatted(report.moves(), report.blocks(), report.repeated());
        say.accept("  %s; %d faults (looked for %d ms)"
                .formatted(last, report.faults().size(), (System.nanoTime() - from) / 1_000_000));
        report.faults().stream().limit(10).forEach(say);
    }

    private List<String> figures(int times, Duration took) {
        var lines = new ArrayList<String>();
        var posted = ears.posted();
        lines.add("%d kills in %d s".formatted(times, took.toSeconds()));
        lines.add("%d payments acknowledged (%d posted, %d refused for good), %d enactments"
                .formatted(
                        ears.kept().size(),
                        posted,
                        ears.kept().size() - posted,
                        decisions.due().size()));
        lines.add("%d answers to payments that were answered before, all alike".formatted(ears.again()));
        lines.add("unanswered and asked again: " + ears.silences());
        lines.add("the slowest answer took %d ms, with all that was asked again".formatted(ears.slowestMillis()));
        downs.forEach((name, all) -> lines.add("%s: down %d times, %d ms in the median, %d ms at most"
                .formatted(name, all.size(), Median.of(all), Collections.max(all))));
        lines.add(last);
        lines.add(faults.size() + " faults");
        return lines;
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
