// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policies.InstantRunoff;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/**
 * What each voting method costs on the largest real election beside the repository and on a million synthetic ballots, as a
 * ratio to reading the ballots: parsing each of them and putting it to those that say the same.
 */
final class TallyBench {
    private static final int MILLION = 1_000_000;
    private static final int OPTIONS = 20;
    private static final BigDecimal MILLI = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal RCTAB_MILLIS = BigDecimal.valueOf(5_000);

    private static final long SEATS = 5;

    @FunctionalInterface
    private interface Turn {
        int once();
    }

    private TallyBench() {}

    static void run(PrintStream out) {
        var folder = Path.of(System.getenv("FOLKMOOT_HOME"), "examples", "minneapolis-2013");
        fromStart(out, folder);
        var real = RankedChoices.ofElection(folder);
        table(out, "Minneapolis 2013", real);
        table(out, "synthetic", RankedChoices.synthetic(MILLION, OPTIONS));
        growth(out);
    }

    /** Must come first: nothing is compiled yet, and the last figure is what the whole process has taken since its start. */
    private static void fromStart(PrintStream out, Path folder) {
        var from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var ballots = RankedChoices.lines(folder.resolve("ballots.csv")).stream()
                .map(TallyBench::group)
                .toList();
        var question = new Question("Mayor", RankedChoices.lines(folder.resolve("options.txt")));
        var result = new InstantRunoff().tally(ballots, question, minneapolis());
        var loadToResult = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
        if (!result.winners().equals(List.of("BETSY HODGES")))
            throw new IllegalStateException("counted " + result.winners());
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        out.println(
                "Instant-runoff of " + result.ballots() + " ballots of Minneapolis 2013 in a cold process, in processor"
                        + " time, and as a part of the 5.0 s that RCTab takes (floor 0.100, goal 0.040)");
        out.println("  from load to result            " + partOfRctab(loadToResult));
        out.println("  from the start of the process  " + partOfRctab(system.getProcessCpuTime()));
    }

    private static String partOfRctab(long nanos) {
        var millis = BigDecimal.valueOf(nanos).divide(MILLI, 0, RoundingMode.HALF_EVEN);
        return String.format(
                Locale.ROOT, "%6s ms   %s", millis, millis.divide(RCTAB_MILLIS, 3, RoundingMode.HALF_EVEN));
    }

    private static Counted group(String line) {
        var fields = line.split(",", -1);
        Object choice = Arrays.stream(fields).skip(1).map(TallyBench::rank).toList();
        var count = Long.parseLong(fields[0]);
        return new Counted(choice, count, BigInteger.valueOf(count));
    }

    private static Object rank(String field) {
        if (field.isEmpty()) return List.of();
        if (field.equals("overvote")) return field;
        return Arrays.stream(field.split("[+]")).map(Long::valueOf).toList();
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

    private static void table(PrintStream out, String name, RankedChoices ballots) {
        out.println();
        out.println(ballots.size() + " ballots, " + name + ", processor time in ms, and as a ratio to reading them");
        out.println(
                String.format(Locale.ROOT, "  %-26s %10s %10s %10s %8s", "", "distinct", "reading", "tally", "ratio"));
        for (var id : ids()) {
            var reading = nanos(() -> ballots.read(id).size());
            var groups = ballots.read(id);
            var method = method(id, ballots);
            var tally = nanos(
                    () -> method.tally(groups, ballots.question(id)).winners().size());
            out.println(String.format(
                    Locale.ROOT,
                    "  %-26s %10d %10s %10s %8s",
                    id,
                    groups.size(),
                    millis(reading),
                    millis(tally),
                    ratio(tally, reading)));
        }
    }

    /** Ten times as many ballots, all different as far as chance lets them be. */
    private static void growth(PrintStream out) {
        var tenth = RankedChoices.synthetic(MILLION / 10, OPTIONS);
        var whole = RankedChoices.synthetic(MILLION, OPTIONS);
        out.println();
        out.println("Ten times the single ballots: by how much the tally of a method grows (10 is linear)");
        for (var id : ids()) {
            var small = time(id, tenth);
            var large = time(id, whole);
            out.println(String.format(Locale.ROOT, "  %-26s %8s", id, ratio(large, small)));
        }
    }

    private static long time(String id, RankedChoices ballots) {
        List<Counted> singles = ballots.singles(id);
        var method = method(id, ballots);
        return nanos(() -> method.tally(singles, ballots.question(id)).winners().size());
    }

    private static List<String> ids() {
        return Plugins.installed().ids().getOrDefault("methods", List.of());
    }

    private static Bound.Method<?> method(String id, RankedChoices ballots) {
        Map<String, Object> settings = switch (id) {
            case "approval-committee", "single-transferable-vote", "reweighted-range" -> Map.of("seats", SEATS);
            case "participatory-budget" ->
                Map.of("budget", (long) ballots.options(), "costs", Collections.nCopies(ballots.options(), "3"));
            case "approval" -> Map.of("most", (long) ballots.options());
            default -> Map.of();
        };
        return Plugins.installed().method(new PluginCall(id, settings, "", ""));
    }

    /** The processor time of the second of two turns. */
    private static long nanos(Turn work) {
        var threads = ManagementFactory.getThreadMXBean();
        work.once();
        var from = threads.getCurrentThreadCpuTime();
        work.once();
        return Math.max(1, threads.getCurrentThreadCpuTime() - from);
    }

    private static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos).divide(MILLI, 1, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN);
    }
}
