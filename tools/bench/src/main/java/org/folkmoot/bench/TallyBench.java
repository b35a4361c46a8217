// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Counted;

/**
 * What each voting method costs on the largest real election beside the repository and on a million synthetic ballots, as a
 * ratio to reading the ballots: parsing each of them and putting it to those that say the same.
 */
final class TallyBench {
    private static final int MILLION = 1_000_000;
    private static final int OPTIONS = 20;
    private static final BigDecimal MILLI = BigDecimal.valueOf(1_000_000);

    private static final long SEATS = 5;

    @FunctionalInterface
    private interface Turn {
        int once();
    }

    private TallyBench() {}

    static void run(PrintStream out) {
        var folder = Path.of(System.getenv("FOLKMOOT_HOME"), "examples", "minneapolis-2013");
        ColdCount.run(out);
        var real = RankedChoices.ofElection(folder);
        table(out, "Minneapolis 2013", real);
        table(out, "synthetic", RankedChoices.synthetic(MILLION, OPTIONS));
        growth(out);
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
