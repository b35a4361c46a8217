// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.policies.InstantRunoff;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/**
 * The count of Minneapolis 2013 by processes that do nothing else, started as the script starts {@code ./folkmoot tally}:
 * nothing is compiled yet.
 */
final class ColdCount {
    private static final int TIMES = 5;
    private static final BigDecimal MILLI = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal RCTAB_MILLIS = BigDecimal.valueOf(5_000);

    private ColdCount() {}

    static void run(PrintStream out) {
        var counts = IntStream.range(0, TIMES).mapToObj(_ -> once()).toList();
        out.println("Instant-runoff of Minneapolis 2013 in a cold process, median of " + TIMES
                + ", in processor time, and as a part of the 5.0 s that RCTab takes (floor 0.100, goal 0.040)");
        out.println("  from load to result            " + partOfRctab(median(counts, 0)));
        out.println("  from the start of the process  " + partOfRctab(median(counts, 1)));
    }

    private static long median(List<List<Long>> counts, int figure) {
        return Median.of(counts.stream().map(count -> count.get(figure)).toList());
    }

    /** What one process says that it took, in nanoseconds. */
    private static List<Long> once() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return Program.said(new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, ColdCount.class.getName()))
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    static void main() {
        var folder = Path.of(System.getenv("FOLKMOOT_HOME"), "examples", "minneapolis-2013");
        var threads = ManagementFactory.getThreadMXBean();
        var from = threads.getCurrentThreadCpuTime();
        var ballots = new ArrayList<Counted>();
        for (var line : RankedChoices.lines(folder.resolve("ballots.csv"))) ballots.add(group(line));
        var question = new Question("Mayor", RankedChoices.lines(folder.resolve("options.txt")));
        var result = new InstantRunoff().tally(ballots, question, minneapolis());
        var loadToResult = threads.getCurrentThreadCpuTime() - from;
        if (!result.winners().equals(List.of("BETSY HODGES")))
            throw new IllegalStateException("counted " + result.winners());
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(loadToResult);
        System.out.println(system.getProcessCpuTime());
    }

    private static String partOfRctab(long nanos) {
        var millis = BigDecimal.valueOf(nanos).divide(MILLI, 0, RoundingMode.HALF_EVEN);
        return String.format(
                Locale.ROOT, "%6s ms   %s", millis, millis.divide(RCTAB_MILLIS, 3, RoundingMode.HALF_EVEN));
    }

    /** Of a line {@code count,rank,rank,…}: a rank is empty, an option, several with a plus between them, or an overvote. */
    private static Counted group(String line) {
        var fields = line.split(",", -1);
        var ranks = new ArrayList<Object>();
        for (var at = 1; at < fields.length; at++) ranks.add(rank(fields[at]));
        var count = Long.parseLong(fields[0]);
        return new Counted(ranks, count, BigInteger.valueOf(count));
    }

    private static Object rank(String field) {
        if (field.isEmpty()) return List.of();
        if (field.equals("overvote")) return field;
        if (field.indexOf('+') < 0) return List.of(Long.valueOf(field));
        var options = new ArrayList<Long>();
        for (var option : field.split("[+]", -1)) options.add(Long.valueOf(option));
        return options;
    }

    private static InstantRunoff.Settings minneapolis() {
        return new InstantRunoff.Settings(
                Optional.of(InstantRunoff.OvervoteRule.EXHAUST_IMMEDIATELY),
                Optional.of(1L),
                Optional.of(3L),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("Undeclared Write-ins")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
