// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.house.House;
import org.folkmoot.cli.house.HouseStatus;
import org.folkmoot.cli.house.Options;

/**
 * What the accept path and the close of polls cost on the real suite, on throw-away data: see {@code docs/performance.md}.
 *
 * <p>The processor time that the processes took is compared with that of a bare verification of a signature in the same
 * run, because on a shared machine only ratios mean anything.
 */
public final class BallotsBench {
    private static final int LOT = 10_000;
    private static final int SMALL_LOT = 2_000;
    private static final int SMALL = 30_000;
    private static final int LARGE = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int SUBSCRIBERS = 1_000;
    private static final int MARGIN_SECONDS = 45;

    // The native library refuses to load with this, and everything is done by Bouncy Castle.
    private static final Map<String, String> NO_NATIVE =
            Map.of("JAVA_TOOL_OPTIONS", "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true");

    private final PrintStream out;
    private final Report report;
    private final List<Integer> sizes;
    private final boolean fastest;
    private final boolean quick;

    private BallotsBench(PrintStream out, List<Integer> sizes, boolean fastest, boolean quick) {
        this.quick = quick;
        this.out = out;
        this.report = new Report(out);
        this.sizes = sizes;
        this.fastest = fastest;
    }

    /**
     * Runs it.
     *
     * @param full whether there is also a poll of a million ballots
     * @param members of how many ballots there is one more poll; 0 for none
     * @param fastest whether the native library checks the signatures
     * @param quick whether lots and polls are smaller
     */
    public static void run(PrintStream out, boolean full, int members, boolean fastest, boolean quick) {
        var sizes = IntStream.of(SizeRun.WINDOW, quick ? SMALL : LARGE, full ? MILLION : 0, members)
                .filter(size -> size > 0)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        new BallotsBench(out, sizes, fastest, quick).run();
    }

    private void run() {
        var stages = Stages.measure(fastest);
        report.title("Bare verification of a signature, " + stages.provider());
        report.line(
                "  %s µs of processor time (V), %d a second on all cores",
                Report.micros(stages.bare().verify()), stages.bare().perSecond());
        report.line("  %s µs by the library of Bouncy Castle alone", Report.micros(stages.library()));
        var options = Options.throwAway(Home.find()).withEnvironment(fastest ? Map.of() : NO_NATIVE);
        try (var house = House.start(options, out::println);
                var api = new Api()) {
            var idle = Rest.of(house, out);
            var singles =
                    Singles.measure(house, api, stages.verify(), quick ? SMALL_LOT : LOT, SUBSCRIBERS, out::println);
            report.lots(singles.all());
            report.stages(stages, singles.wide(), singles.streamed());
            var runs = new ArrayList<SizeRun>();
            for (var size : sizes) {
                var period = MARGIN_SECONDS + singles.secondsFor(size);
                out.println("A poll with " + size + " ballots, open for " + period + " s");
                runs.add(SizeRun.of(house, api, stages.verify(), size, period, out::println));
            }
            sizes(runs);
            targets(singles, runs, idle);
        }
    }

    private void sizes(List<SizeRun> runs) {
        report.title("Polls by size, streamed, with a live subscriber");
        report.line(
                "  %9s %12s %12s %12s %12s %12s %12s %12s",
                "ballots", "first 10k", "last 10k", "visible p50", "visible p99", "read p50", "close ms", "close CPU");
        for (var run : runs)
            report.line(
                    "  %9d %9s µs %9s µs %9d ms %9d ms %9d µs %12d %7s µs/b",
                    run.size(),
                    Report.micros(run.first().nanosPerBallot()),
                    Report.micros(run.last().nanosPerBallot()),
                    run.visibleLate().micros(50) / 1_000,
                    run.visibleLate().micros(99) / 1_000,
                    run.readLate().micros(50),
                    run.closeNanos() / 1_000_000,
                    Report.ratio(run.closeCpu(), run.size(), 2));
    }

    private void targets(Singles singles, List<SizeRun> runs, HouseStatus idle) {
        var large = runs.getLast();
        var wide = singles.wide();
        var streamed = singles.streamed();
        report.targets();
        report.target(
                "server CPU per ballot ÷ V, one per request",
                Report.ratio(wide.nanosPerBallot(), wide.bare().verify(), 2),
                "2.0",
                "1.6");
        report.target(
                "server CPU per ballot ÷ V, streamed",
                Report.ratio(streamed.nanosPerBallot(), streamed.bare().verify(), 2),
                "1.4",
                "1.2");
        report.atLeast(
                "accepted a second ÷ bare verifications a second, single",
                Report.ratio(wide.answers().perSecond(), wide.bare().perSecond(), 2),
                "0.36",
                "0.48");
        report.atLeast(
                "accepted a second ÷ bare verifications a second, streamed",
                Report.ratio(streamed.answers().perSecond(), streamed.bare().perSecond(), 2),
                "0.36",
                "0.48");
        report.target(
                "CPU per ballot, last 10k of " + large.size() + " ÷ first 10k",
                Report.ratio(large.last().nanosPerBallot(), large.first().nanosPerBallot(), 2),
                "1.25",
                "1.1");
        report.target(
                "read of a live result at " + large.size() + " ÷ at 10k, p50",
                Report.ratio(large.readLate().micros(50), large.readEarly().micros(50), 2),
                "1.2",
                "1.0");
        report.target(
                "accepted to visible at " + large.size() + ", p50, ms",
                Report.ratio(large.visibleLate().micros(50), 1_000, 0),
                "1000",
                "250");
        report.target(
                "p99 at half the top rate ÷ idle p50",
                Report.ratio(
                        singles.half().answers().latencies().micros(99),
                        singles.idle().answers().latencies().micros(50),
                        1),
                "40",
                "20");
        if (runs.size() > 1) {
            var before = runs.get(runs.size() - 2);
            report.target(
                    "close and decide, " + large.size() + " ÷ " + before.size() + ", wall",
                    Report.ratio(large.closeNanos(), before.closeNanos(), 1),
                    "13",
                    "11");
            report.target(
                    "close and decide, " + large.size() + " ÷ " + before.size() + ", CPU",
                    Report.ratio(large.closeCpu(), before.closeCpu(), 1),
                    "13",
                    "11");
        }
        report.target(
                "close and decide per ballot, µs, wall",
                Report.ratio(large.closeNanos() / 1_000, large.size(), 2),
                "2",
                "1");
        report.target(
                "close and decide per ballot, µs, CPU", Report.ratio(large.closeCpu(), large.size(), 2), "2", "1");
        large.grownPerBallot()
                .ifPresent(bytes -> report.target(
                        "memory of voting-svc per ballot after the first 10k, B",
                        Report.ratio(bytes, 1, 0),
                        "150",
                        "100"));
        for (var part : idle.processes())
            if (!List.of("postgres", "kafka").contains(part.name()))
                report.target(
                        "idle resident size of " + part.name() + ", MiB",
                        Report.ratio(part.rssMiB(), 1, 0),
                        "150",
                        "110");
        report.line(
                "  with %d subscribers: %s of the rate without, %d events heard",
                SUBSCRIBERS,
                Report.ratio(
                        singles.crowded().answers().perSecond(),
                        singles.wide().answers().perSecond(),
                        2),
                singles.events());
    }
}
