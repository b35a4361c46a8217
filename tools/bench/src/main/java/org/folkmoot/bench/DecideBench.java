// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/**
 * What a decision with its whole trace costs, in microseconds, under policies of ten rules: fixed shares, shares on curves,
 * and five chambers of two rules each. Beside it, ten cross-multiplications, which is the least that ten exact shares cost.
 */
final class DecideBench {
    private static final int RULES = 10;
    private static final int BATCH = 16;
    private static final int BATCHES = 4_000;
    private static final int WARM_UP = 20_000;
    private static final int POLLS = 1_024;
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000);

    private static final String HEAD = """
        folkmoot: 1
        name: Bench
        admission: { model: registrar, of: founders }
        bodies: { people: { who: "true", power: equal } }
        policies:
          - name: ten
            applies: "true"
            body: people
            ballot: { method: for-against-abstain, revote: last }
            timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
        """;
    private static final String FIXED = "{ rule: share, name: r%d, count: [for, abstain], of: roll, atLeast: %d/100 }";
    private static final String CURVE = "{ rule: share, name: r%d, count: [for], of: [for, against], atLeast:"
            + " { curve: reciprocal, begin: 1, end: 1/2, through: { at: 4/28, level: 4/5 }, over: elapsed } }";
    private static final String CHAMBER =
            "{ name: c%d, body: people, ballot: { method: for-against-abstain, revote: last }," + " rules: [ " + FIXED
                    + ", { rule: share, name: majority, count: [for], of: [for, against], moreThan: 1/2 } ] }";

    private DecideBench() {}

    static void run(PrintStream out) {
        var works = new LinkedHashMap<String, IntUnaryOperator>();
        works.put("ten cross-multiplications of BigInteger", crossMultiplications());
        works.put("ten fixed shares", decisions("    rules: [ " + rules(FIXED) + " ]\n"));
        works.put("ten shares on curves", decisions("    rules: [ " + rules(CURVE) + " ]\n"));
        works.put(
                "five chambers of two shares",
                decisions("    rules: [ { rule: share, name: a, count: [for], of: roll, atLeast: 1/10 },"
                        + " { rule: share, name: b, count: [for], of: [for, against], moreThan: 1/2 } ]\n"
                        + "    chambers: [ " + chambers() + " ]\n"));
        works.values().forEach(work -> nanos(work, WARM_UP));
        out.println("A decision with its trace, ten rules, one core, median of " + BATCHES + " batches");
        var first = 0L;
        for (var work : works.entrySet()) {
            var median = median(work.getValue());
            first = first == 0 ? median : first;
            print(out, work.getKey(), median, first);
        }
    }

    private static String rules(String rule) {
        return IntStream.range(0, RULES)
                .mapToObj(i -> String.format(Locale.ROOT, rule, i, 30 + i))
                .collect(Collectors.joining(", "));
    }

    private static String chambers() {
        return IntStream.range(1, RULES / 2)
                .mapToObj(i -> String.format(Locale.ROOT, CHAMBER, i, i, 30 + i))
                .collect(Collectors.joining(", "));
    }

    private static IntUnaryOperator decisions(String rules) {
        var constitution = Constitution.read((HEAD + rules).getBytes(UTF_8));
        var judge = Judge.of(constitution.policies().getFirst(), Plugins.installed());
        var chambers = judge.policy().first().chambers();
        var polls = new ArrayList<Map<String, Facts>>();
        for (var i = 0; i < POLLS; i++) {
            var poll = poll(i);
            polls.add(chambers.stream().collect(Collectors.toMap(chamber -> chamber.name(), _ -> poll)));
        }
        return turn ->
                judge.decide("ten", polls.get(turn % POLLS), List.of()).words().length();
    }

    // Around the boundaries, so that both verdicts come up.
    private static Facts poll(int i) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.valueOf(250_000 + i * 257L));
        counts.put("against", BigInteger.valueOf(300_000 - i * 131L));
        counts.put("abstain", BigInteger.valueOf(90_000 + i));
        return new Facts(640_000, counts, BigInteger.valueOf(1_000_000), 1_000_000, List.of())
                .with(Map.of(), Map.of(Facts.ELAPSED, Fraction.of(i, POLLS)));
    }

    private static IntUnaryOperator crossMultiplications() {
        var part = new BigInteger[POLLS];
        Arrays.setAll(part, i -> BigInteger.valueOf(250_000 + i * 257L));
        var whole = BigInteger.valueOf(1_000_000);
        var shares = IntStream.range(0, RULES)
                .mapToObj(i -> Fraction.of(30 + i, 100))
                .toList();
        return turn -> {
            var reached = 0;
            for (var share : shares) {
                reached += share.reachedBy(part[turn % POLLS], whole) ? 1 : 0;
            }
            return reached;
        };
    }

    private static volatile int sink;

    private static long nanos(IntUnaryOperator work, int turns) {
        var result = 0;
        var from = System.nanoTime();
        for (var turn = 0; turn < turns; turn++) {
            result ^= work.applyAsInt(turn);
        }
        sink = result;
        return System.nanoTime() - from;
    }

    // A batch is shorter than a time slice, so the median batch was not interrupted even on a busy machine.
    private static long median(IntUnaryOperator work) {
        var batches = new long[BATCHES];
        for (var batch = 0; batch < BATCHES; batch++) {
            var from = batch * BATCH;
            batches[batch] = nanos(turn -> work.applyAsInt(from + turn), BATCH);
        }
        Arrays.sort(batches);
        return Math.max(1, batches[BATCHES / 2]);
    }

    private static void print(PrintStream out, String name, long batch, long first) {
        var micros =
                BigDecimal.valueOf(batch).divide(BigDecimal.valueOf(BATCH).multiply(MICRO), 3, RoundingMode.HALF_EVEN);
        var ratio = BigDecimal.valueOf(batch).divide(BigDecimal.valueOf(first), 1, RoundingMode.HALF_EVEN);
        out.println(String.format(Locale.ROOT, "  %-46s %12s µs   ratio %s", name, micros, ratio));
    }
}
