// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.InstantRunoff;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/**
 * What the count of a real election costs per ballot: as groups of equal rankings, as single ballots, and as ten times as
 * many single ballots. The last two rates are alike when the cost grows linearly.
 */
final class TallyBench {
    private static final int TENFOLD = 10;

    private TallyBench() {}

    static void run(PrintStream out) {
        var folder = Path.of(System.getenv("FOLKMOOT_HOME"), "examples", "minneapolis-2013");
        var question = new Question("Mayor", lines(folder.resolve("options.txt")));
        var groups = lines(folder.resolve("ballots.csv")).stream()
                .map(TallyBench::group)
                .toList();
        var singles = new ArrayList<Counted>();
        for (var group : groups)
            singles.addAll(Collections.nCopies(
                    Math.toIntExact(group.ballots()), new Counted(group.choice(), 1, BigInteger.ONE)));
        var many = new ArrayList<Counted>();
        for (var time = 0; time < TENFOLD; time++) many.addAll(singles);

        var rates = Rate.sideBySide(
                tally(singles.size() + " single ballots", singles, singles.size(), question),
                tally(groups.size() + " groups of equal rankings", groups, singles.size(), question),
                tally(many.size() + " single ballots", many, many.size(), question));
        Rate.print(out, "Instant-runoff count of Minneapolis 2013, one core, ballots a second", rates);
    }

    private static Rate.Named tally(String name, List<Counted> ballots, int units, Question question) {
        var method = new InstantRunoff();
        var settings = new InstantRunoff.Settings(
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
        return new Rate.Named(name, units, _ -> {
            var winners = method.tally(ballots, question, settings).winners();
            if (!winners.equals(List.of("BETSY HODGES"))) throw new IllegalStateException("counted " + winners);
            return winners.hashCode();
        });
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

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
