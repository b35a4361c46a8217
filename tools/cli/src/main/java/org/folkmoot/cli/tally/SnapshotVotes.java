// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;

/** Votes as Snapshot keeps them: a choice with its power, and the power from each strategy; choices are counted from 1. */
final class SnapshotVotes {
    /** Votes with one choice: how many, and the power of each. */
    record Vote(JsonNode choice, long count, BigInteger each, List<BigInteger> byStrategy) {
        BigInteger power() {
            return each.multiply(BigInteger.valueOf(count));
        }

        Counted counted(Object read) {
            return new Counted(read, count, power());
        }

        Counted counted(Object read, int strategy) {
            return new Counted(read, count, byStrategy.get(strategy).multiply(BigInteger.valueOf(count)));
        }
    }

    private final int options;
    private final int decimals;
    private final List<Vote> all;
    private final int strategies;

    SnapshotVotes(TallyCase counted, TallyCheck check) {
        counted.expect("snapshot-votes");
        options = counted.candidates().size();
        var votes = counted.groups();
        decimals = votes.stream()
                .flatMap(vote ->
                        Stream.concat(Stream.of(vote.path(2)), vote.path(3).valueStream()))
                .mapToInt(power -> power.decimalValue().stripTrailingZeros().scale())
                .max()
                .orElse(0);
        all = votes.stream()
                .map(vote -> new Vote(
                        vote.get(1),
                        vote.get(0).asLong(),
                        units(vote.path(2)),
                        vote.path(3).valueStream().map(this::units).toList()))
                .toList();
        if (all.stream().map(vote -> vote.byStrategy().size()).distinct().count() > 1) {
            throw new NotSupported("Not every vote has its power by each strategy.");
        }
        // Where nobody voted, only the answer says how many there were.
        strategies = all.stream()
                .mapToInt(vote -> vote.byStrategy().size())
                .findAny()
                .orElseGet(
                        () -> check.expected().path("scoresByStrategy").path(0).size());
    }

    private BigInteger units(JsonNode power) {
        return power.decimalValue().movePointRight(Math.max(0, decimals)).toBigIntegerExact();
    }

    /** How many decimals the power of a vote has, at most. */
    int decimals() {
        return Math.max(0, decimals);
    }

    int strategies() {
        return strategies;
    }

    List<Vote> valid(Predicate<JsonNode> choice) {
        return all.stream().filter(vote -> choice.test(vote.choice())).toList();
    }

    /** The power of all votes, valid or not: it is what Snapshot gives as the total. */
    BigInteger total() {
        return sum(all);
    }

    static BigInteger sum(List<Vote> votes) {
        return votes.stream().map(Vote::power).reduce(BigInteger.ZERO, BigInteger::add);
    }

    static long number(List<Vote> votes) {
        return votes.stream().mapToLong(Vote::count).sum();
    }

    boolean isOption(JsonNode choice) {
        return choice.isIntegralNumber()
                && choice.canConvertToInt()
                && choice.asInt() >= 1
                && choice.asInt() <= options;
    }

    boolean isList(JsonNode choice) {
        var seen = new HashSet<Integer>();
        return choice.isArray()
                && choice.valueStream().allMatch(this::isOption)
                && choice.valueStream().allMatch(option -> seen.add(option.asInt()));
    }

    boolean isComplete(JsonNode choice) {
        return isList(choice) && choice.size() == options;
    }

    /** Whether these are weights of options, of which some may be 0 and not all are. */
    boolean isWeights(JsonNode choice) {
        return choice.isObject()
                && choice.properties().stream()
                        .allMatch(weight -> weight.getKey().matches("[1-9][0-9]{0,8}")
                                && Integer.parseInt(weight.getKey()) <= options
                                && weight.getValue().isNumber()
                                && weight.getValue().decimalValue().signum() >= 0)
                && choice.valueStream().anyMatch(weight -> weight.decimalValue().signum() > 0);
    }

    /** A row for each option with a number for each strategy. */
    ArrayNode byStrategy(Function<Integer, List<BigDecimal>> scores) {
        var rows = new ArrayList<ArrayNode>();
        IntStream.range(0, options).forEach(_ -> rows.add(JsonNodeFactory.instance.arrayNode()));
        for (var strategy = 0; strategy < strategies(); strategy++) {
            var column = scores.apply(strategy);
            for (var option = 0; option < options; option++) {
                rows.get(option).add(Numbers.decimal(column.get(option)));
            }
        }
        var table = JsonNodeFactory.instance.arrayNode();
        rows.forEach(table::add);
        return table;
    }

    /** The squares of the sums of roots, of one strategy, before they are scaled together with those of the others. */
    List<BigDecimal> squares(List<Vote> valid, int strategy) {
        var roots = new BigDecimal[options];
        Arrays.fill(roots, BigDecimal.ZERO);
        for (var vote : valid) {
            var given = vote.choice().properties();
            var sum = given.stream().map(one -> one.getValue().decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
            for (var one : given) {
                var option = Integer.parseInt(one.getKey()) - 1;
                var root = new BigDecimal(vote.byStrategy().get(strategy))
                        .multiply(one.getValue().decimalValue())
                        .divide(sum, MathContext.DECIMAL128)
                        .sqrt(MathContext.DECIMAL128);
                roots[option] = roots[option].add(root.multiply(BigDecimal.valueOf(vote.count())));
            }
        }
        return Stream.of(roots).map(root -> root.multiply(root)).toList();
    }
}
