// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ledger;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.bench.Cpu;
import org.folkmoot.bench.Median;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.Options;

/**
 * What signed payments cost over HTTP until they are on the disk, beside {@code pgbench} (TPC-B-like, scale 10) on the same
 * server with the same durability, in turns. On a shared machine only the ratios mean something.
 */
public final class LedgerBench {
    private static final int MEMBERS = 10_000;
    private static final int CLIENTS = 8;
    private static final int BATCH = 1_000;
    private static final int BATCH_CLIENTS = 2;
    private static final long NANOS = 1_000_000_000;

    private final PrintStream out;
    private final House house;
    private final Payers payers;
    private final Random random = new Random(1);
    private final int singles;
    private final int warming;
    private final int rounds;
    private final int seconds;
    private final List<Integer> sizes;
    private int asked;
    private long journal;

    private LedgerBench(PrintStream out, House house, Payers payers, boolean quick, boolean full) {
        this.out = out;
        this.house = house;
        this.payers = payers;
        this.singles = quick ? 3_000 : 20_000;
        this.warming = quick ? 2 : 6;
        this.rounds = quick ? 1 : 3;
        this.seconds = quick ? 5 : 8;
        this.sizes = quick
                ? List.of(30_000, 90_000)
                : full ? List.of(100_000, 1_000_000, 10_000_000) : List.of(100_000, 300_000, 1_000_000);
    }

    /** Runs it: as it is, quickly, or up to ten million entries. */
    public static void run(PrintStream out, boolean full, boolean quick) {
        var wanted = Options.throwAway(Home.find()).withServices(List.of("identity", "treasury"));
        try (var house = House.start(wanted, out::println);
                var api = new Api()) {
            out.println("Founding a community of " + MEMBERS + " members …");
            var payers = new Payers(api, house.url("identity"), house.url("treasury"), MEMBERS);
            // The other services would take their share of the cores to hear of every payment.
            house.stop("identity");
            new LedgerBench(out, house, payers, quick, full).run();
        }
    }

    private void run() {
        var pgbench = PgBench.on(house.jdbc());
        out.println(pgbench.map(bench -> "fsync/synchronous_commit: " + bench.durability())
                .orElse("pgbench is not installed: there is nothing to compare with"));
        warmUp();
        var base = new ArrayList<Long>();
        var spread = new ArrayList<Long>();
        var hot = new ArrayList<Long>();
        var batches = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            pgbench.ifPresent(bench -> base.add(say("pgbench, TPC-B-like", bench.perSecond(CLIENTS, seconds))));
            spread.add(say("single, spread accounts", single(false)));
            pgbench.ifPresent(bench -> base.add(say("pgbench, TPC-B-like", bench.perSecond(CLIENTS, seconds))));
            hot.add(say("single, one hot account", single(true)));
            batches.add(say("batches of " + BATCH, batches(40)));
        }
        report(base, spread, hot, batches);
        growth();
    }

    private void warmUp() {
        out.println("Warming up …");
        for (int i = 0; i < warming; i++) single(false);
        // Everybody has an account afterwards, so that opening them is measured nowhere.
        send(IntStream.range(0, MEMBERS / BATCH)
                .mapToObj(part ->
                        payers.many(0, BATCH - 1, id(), i -> payers.member(1 + (part * BATCH + i) % (MEMBERS - 1))))
                .toList());
        batches(10);
    }

    private long single(boolean hot) {
        var bodies = IntStream.range(0, singles)
                .parallel()
                .mapToObj(i -> payers.one(
                                1 + (i * 7919) % (MEMBERS - 1),
                                hot ? 0 : 1 + (i * 7919 + 4_001) % (MEMBERS - 1),
                                "s" + asked + "/" + i)
                        .json())
                .toList();
        asked++;
        journal += singles;
        var before = cpu();
        var took = new Senders(house.url("treasury"), payers.path(), "application/json", CLIENTS).send(bodies);
        out.println("    " + since(before, singles));
        return singles * NANOS / took;
    }

    private long batches(int count) {
        var bodies = IntStream.range(0, count)
                .mapToObj(_ -> payers.many(
                        random.nextInt(MEMBERS / 2),
                        BATCH,
                        id(),
                        _ -> payers.member(MEMBERS - 1 - random.nextInt(MEMBERS / 10))))
                .toList();
        var before = cpu();
        var took = send(bodies);
        out.println("    " + since(before, count * BATCH));
        return (long) count * BATCH * NANOS / took;
    }

    private long send(List<byte[]> bodies) {
        journal += (long) bodies.size() * BATCH;
        return new Senders(house.url("treasury"), payers.path() + "/batch", "application/x-ndjson", BATCH_CLIENTS)
                .send(bodies);
    }

    private String id() {
        return "b" + asked++;
    }

    private void report(List<Long> base, List<Long> spread, List<Long> hot, List<Long> batches) {
        out.println();
        out.printf("%-34s %10s %10s %10s %12s%n", "transfers a second", "median", "least", "most", "÷ pgbench");
        if (!base.isEmpty()) line("pgbench, TPC-B-like, 8 clients", base, base);
        line("single, spread accounts, 8 clients", spread, base);
        line("single, one hot account, 8 clients", hot, base);
        line("batches of 1000, 2 clients", batches, base);
        out.printf("one hot account ÷ spread accounts: %s%n", ratio(Median.of(hot), Median.of(spread)));
    }

    private void line(String name, List<Long> rates, List<Long> base) {
        out.printf(
                "%-34s %10d %10d %10d %12s%n",
                name,
                Median.of(rates),
                Collections.min(rates),
                Collections.max(rates),
                base.isEmpty() ? "–" : ratio(Median.of(rates), Median.of(base)));
    }

    /** The cost of a transfer, in processor time of the server and the service together, as the journal grows. */
    private void growth() {
        out.println();
        out.printf("%-34s %14s %14s%n", "batches, by entries in the journal", "a second", "CPU each");
        measure(); // as it is now
        for (int size : sizes) {
            while (journal < size) batches((int) Math.min(50, 1 + (size - journal) / BATCH));
            measure();
        }
    }

    private void measure() {
        settle();
        var before = cpu();
        var from = journal;
        var rate = batches(30);
        settle();
        var each = cpu().since(before).total() * 1_000 / (journal - from);
        out.printf("%-34d %14d %11d.%d µs%n", from, rate, each / 1_000, each % 1_000 / 100);
    }

    private void settle() {
        java.util.concurrent.locks.LockSupport.parkNanos(2 * NANOS);
    }

    private Cpu cpu() {
        return Cpu.now(house, List.of("treasury", "postgres", "kafka"));
    }

    /** What a transfer cost since then, and who took it. What the compiler takes is in it while it still warms up. */
    private String since(Cpu before, int transfers) {
        var spent = cpu().since(before).split(transfers);
        return "%d µs of processor time each: treasury-svc %d (event loops %d, writers %d, compiler %d), PostgreSQL %d, Kafka %d"
                .formatted(
                        spent.total(),
                        spent.of("treasury"),
                        spent.threads("vert.x-eventloo", "executor-thread"),
                        spent.threads("payment-writer"),
                        spent.threads("C1 Compiler", "C2 Compiler"),
                        spent.of("postgres"),
                        spent.of("kafka"));
    }

    private long say(String what, long rate) {
        out.printf("  %-32s %8d a second%n", what, rate);
        return rate;
    }

    private static String ratio(long one, long other) {
        var hundredths = one * 100 / Math.max(1, other);
        return hundredths / 100 + "." + String.format("%02d", hundredths % 100);
    }
}
