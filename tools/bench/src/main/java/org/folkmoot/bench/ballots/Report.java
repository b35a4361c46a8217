// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Prints figures as tables. */
final class Report {
    private static final String LOT = "  %-34s %9s %8s %9s %9s %9s %8s";
    private static final String STAGE = "  %-46s %12s %12s";
    private static final String TARGET = "  %-58s %10s %8s %8s  %s";
    private static final int MICRO = 1_000;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void lots(Lot... lots) {
        title("Accepted ballots, with the client on the same cores");
        print(LOT, "", "ballots/s", "÷ bare", "p50 µs", "p99 µs", "CPU µs", "÷ V");
        for (var lot : lots) {
            var latencies = lot.answers().latencies();
            print(
                    LOT,
                    lot.name(),
                    lot.answers().perSecond(),
                    ratio(lot.answers().perSecond(), lot.bare().perSecond(), 2),
                    latencies.size() == 0 ? "" : latencies.micros(50),
                    latencies.size() == 0 ? "" : latencies.micros(99),
                    micros(lot.nanosPerBallot()),
                    ratio(lot.nanosPerBallot(), lot.bare().verify(), 2));
        }
    }

    void stages(Stages stages, Lot single, Lot streamed) {
        title("CPU microseconds per ballot, by stage");
        print(STAGE, "", single.name(), streamed.name());
        stage("event loops: HTTP, all checks, roll, receipt", single, streamed, "vert.x-eventloo");
        print(
                STAGE,
                "  of this the signature, called directly",
                micros(single.bare().verify()),
                micros(streamed.bare().verify()));
        print(STAGE, "  of this parsing, called directly", micros(stages.parse()), micros(stages.parse()));
        stage("writer: questions and insert of a batch", single, streamed, "ballot-writer");
        stage("relay to Kafka", single, streamed, "outbox-relay", "kafka-producer");
        stage("garbage collector", single, streamed, "VM Thread", "GC Thread");
        stage("compiler, while it is still warming up", single, streamed, "C1 Compiler", "C2 Compiler");
        print(STAGE, "voting-svc altogether", of("voting", single), of("voting", streamed));
        print(STAGE, "PostgreSQL", of("postgres", single), of("postgres", streamed));
        print(STAGE, "Kafka", of("kafka", single), of("kafka", streamed));
        print(STAGE, "the other services", others(single), others(streamed));
        print(STAGE, "altogether", micros(single.nanosPerBallot()), micros(streamed.nanosPerBallot()));
    }

    private void stage(String name, Lot single, Lot streamed, String... threads) {
        print(
                STAGE,
                name,
                micros(single.perBallot(single.cpu().threads(threads))),
                micros(streamed.perBallot(streamed.cpu().threads(threads))));
    }

    private static BigDecimal of(String process, Lot lot) {
        return micros(lot.perBallot(lot.cpu().of(process)));
    }

    private static BigDecimal others(Lot lot) {
        var cpu = lot.cpu();
        return micros(lot.perBallot(cpu.of("identity") + cpu.of("proposals") + cpu.of("treasury")));
    }

    void targets() {
        title("Targets");
        print(TARGET, "", "value", "floor", "goal", "");
    }

    /** One target: the value may not be above floor and goal, or not below them where more is better. */
    void target(String name, BigDecimal value, String floor, String goal) {
        target(name, value, floor, goal, false);
    }

    void atLeast(String name, BigDecimal value, String floor, String goal) {
        target(name, value, floor, goal, true);
    }

    private void target(String name, BigDecimal value, String floor, String goal, boolean more) {
        var sign = more ? -1 : 1;
        var verdict = value.compareTo(new BigDecimal(goal)) * sign <= 0
                ? "goal"
                : value.compareTo(new BigDecimal(floor)) * sign <= 0 ? "floor" : "missed";
        print(TARGET, name, value, floor, goal, verdict);
    }

    void line(String format, Object... words) {
        out.println(String.format(Locale.ROOT, format, words));
    }

    private void print(String format, Object... words) {
        out.println(String.format(Locale.ROOT, format, words).stripTrailing());
    }

    static BigDecimal micros(long nanos) {
        return ratio(nanos, MICRO, 1);
    }

    static BigDecimal ratio(long part, long whole, int places) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), places, RoundingMode.HALF_EVEN);
    }
}
