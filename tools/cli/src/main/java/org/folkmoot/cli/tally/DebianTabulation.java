// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.folkmoot.policies.Duels;
import org.folkmoot.policies.Schulze;
import org.folkmoot.policy.Fraction;

/** Elections as Debian holds them: what does not beat the default option is dropped, then Schulze's method decides. */
final class DebianTabulation {
    private static final Pattern RATIO = Pattern.compile("^([0-9]{1,9}):([0-9]{1,9})(?: .*)?$");
    private static final Pattern QUORUM = Pattern.compile("^([0-9]{1,9})\\*Q, Q = sqrt\\(developers\\)/2$");
    private static final int SHOWN = 5;

    private DebianTabulation() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        var status = parameters.need("defaultOption").asText();
        var majority = parameters
                .matched("majorityRatio", RATIO)
                .map(match -> new Fraction(new BigInteger(match.group(1)), new BigInteger(match.group(2))))
                .orElse(Fraction.of(1, 1));
        var times = parameters.matched("quorum", QUORUM).map(match -> Long.valueOf(match.group(1)));
        var quorum = times.flatMap(
                factor -> parameters.whole("developers").map(developers -> new Quorum(factor, developers)));
        var duels = DuelTabulations.duels(counted, check);
        if (!counted.candidates().contains(status)) {
            throw new NotSupported("The default option '" + status + "' is not among the candidates.");
        }
        var settings =
                DuelTabulations.schulze(check, Optional.of(status), Optional.of(majority), quorum.map(Quorum::votes));
        var ranking = new Schulze().ranking(duels, counted.total(), counted.question(), settings);
        return answer(counted, duels, new Asked(status, majority, quorum), ranking);
    }

    private record Asked(String status, Fraction majority, Optional<Quorum> quorum) {}

    private static Answer answer(TallyCase counted, Duels duels, Asked asked, List<List<Integer>> ranking) {
        var against = counted.candidates().indexOf(asked.status());
        var values = Answer.empty();
        var majorities = values.putObject("majority");
        IntStream.range(0, duels.options()).filter(option -> option != against).forEach(option -> {
            var one = majorities.putObject(counted.candidates().get(option));
            one.set("for", Numbers.whole(duels.prefer(option, against)));
            one.set("against", Numbers.whole(duels.prefer(against, option)));
            one.put("passes", Schulze.defeats(duels, option, against, asked.majority()));
        });
        var kept = ranking.stream().flatMap(List::stream).toList();
        var dropped = IntStream.range(0, duels.options())
                .boxed()
                .filter(option -> !kept.contains(option))
                .toList();
        values.set("dropped", DuelTabulations.named(dropped, counted));
        asked.quorum().ifPresent(needed -> values.set("quorum", Numbers.decimal(needed.shown())));
        values.set("winners", DuelTabulations.named(ranking.getFirst(), counted));
        return Answer.of(
                values,
                "Dropped for want of a majority or quorum: " + values.path("dropped") + ".",
                "The winner is " + String.join(", ", TallyCase.texts(values.path("winners"))) + ".");
    }

    /** So many times half the root of the number of developers. */
    private record Quorum(long times, long developers) {
        /** The least whole number of votes that is not below it. */
        long votes() {
            var square = BigInteger.valueOf(times).pow(2).multiply(BigInteger.valueOf(developers));
            var root = square.sqrt();
            var above = root.multiply(root).equals(square) ? root : root.add(BigInteger.ONE);
            return above.add(BigInteger.ONE).shiftRight(1).longValueExact();
        }

        BigDecimal shown() {
            return BigDecimal.valueOf(developers)
                    .sqrt(MathContext.DECIMAL64)
                    .multiply(BigDecimal.valueOf(times))
                    .divide(BigDecimal.TWO, SHOWN, RoundingMode.HALF_UP);
        }
    }
}
