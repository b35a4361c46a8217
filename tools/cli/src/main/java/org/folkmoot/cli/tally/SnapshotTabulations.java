// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.folkmoot.cli.tally.SnapshotVotes.Vote;
import org.folkmoot.policies.Approval;
import org.folkmoot.policies.Copeland;
import org.folkmoot.policies.Quadratic;
import org.folkmoot.policies.SingleChoice;
import org.folkmoot.policies.Weighted;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/** Polls as Snapshot counts them, with the share of each of its strategies. */
final class SnapshotTabulations {
    private static final int EXACT = 18;
    private static final Optional<Long> DECIMALS = Optional.of((long) EXACT);

    private SnapshotTabulations() {}

    /** A method with its settings, how it reads a choice, and how many decimals its scores have. */
    private record Way<S extends Record>(
            VotingMethod<S> method, S settings, Function<JsonNode, Object> reading, int decimals) {
        // Whether a vote is valid, Snapshot has decided; the bound on the weights of a ballot is for polls.
        Result count(TallyCase counted, List<Counted> ballots) {
            Counting.check(method, settings, counted.question());
            return method.tally(ballots, counted.question(), settings);
        }
    }

    static Answer single(TallyCase counted, TallyCheck check) {
        var votes = new SnapshotVotes(counted, check);
        var settings = new SingleChoice.Settings(Optional.empty(), Optional.empty(), Optional.empty());
        var way = new Way<>(new SingleChoice(), settings, choice -> choice.asLong() - 1, 0);
        return count(counted, votes, votes.valid(votes::isOption), way, false);
    }

    static Answer approval(TallyCase counted, TallyCheck check) {
        var votes = new SnapshotVotes(counted, check);
        var settings = new Approval.Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var way = new Way<>(new Approval(), settings, SnapshotTabulations::options, 0);
        return count(counted, votes, votes.valid(votes::isList), way, false);
    }

    static Answer weighted(TallyCase counted, TallyCheck check) {
        var votes = new SnapshotVotes(counted, check);
        check.parameters().remark("formula");
        var settings = new Weighted.Settings(DECIMALS, Optional.empty(), Optional.empty(), Optional.empty());
        var way = new Way<>(new Weighted(), settings, SnapshotTabulations::weights, EXACT);
        return count(counted, votes, votes.valid(votes::isWeights), way, true);
    }

    static Answer quadratic(TallyCase counted, TallyCheck check) {
        var votes = new SnapshotVotes(counted, check);
        check.parameters().words("formula", "q_i = (sum over votes sqrt(share_i * vp))^2, then scaled");
        var settings = new Quadratic.Settings(
                Optional.empty(), DECIMALS, Optional.empty(), Optional.empty(), Optional.empty());
        var way = new Way<>(new Quadratic(), settings, SnapshotTabulations::weights, EXACT);
        var valid = votes.valid(votes::isWeights);
        var answer = count(counted, votes, valid, way, true);
        var columns = IntStream.range(0, votes.strategies())
                .mapToObj(strategy -> votes.squares(valid, strategy))
                .toList();
        var whole = columns.stream().flatMap(List::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        var power = new BigDecimal(SnapshotVotes.sum(valid), votes.decimals());
        answer.values()
                .set("scoresByStrategy", votes.byStrategy(strategy -> parts(columns.get(strategy), whole, power)));
        return answer;
    }

    private static <S extends Record> Answer count(
            TallyCase counted, SnapshotVotes votes, List<Vote> valid, Way<S> way, boolean scaled) {
        var result = way.count(
                counted,
                valid.stream()
                        .map(vote -> vote.counted(way.reading().apply(vote.choice())))
                        .toList());
        var decimals = way.decimals() + votes.decimals();
        // What valid votes carry is shared out; the total is that of all votes.
        var power = new BigDecimal(SnapshotVotes.sum(valid), votes.decimals());
        var scores = scaled ? scaled(tally(result, decimals), power) : tally(result, decimals);
        var values = Answer.empty();
        values.set("scores", numbers(scores));
        values.set("scoresTotal", Numbers.decimal(new BigDecimal(votes.total(), votes.decimals())));
        values.set("validVotes", Numbers.whole(SnapshotVotes.number(valid)));
        var columns = IntStream.range(0, votes.strategies())
                .mapToObj(strategy -> tally(
                        way.count(
                                counted,
                                valid.stream()
                                        .map(vote -> vote.counted(way.reading().apply(vote.choice()), strategy))
                                        .toList()),
                        decimals))
                .toList();
        var whole = columns.stream().flatMap(List::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        values.set(
                "scoresByStrategy",
                votes.byStrategy(
                        strategy -> scaled ? parts(columns.get(strategy), whole, power) : columns.get(strategy)));
        return new Answer(values, Counting.words(result, decimals));
    }

    private static List<BigDecimal> scaled(List<BigDecimal> scores, BigDecimal power) {
        return parts(scores, scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add), power);
    }

    private static List<BigDecimal> parts(List<BigDecimal> scores, BigDecimal whole, BigDecimal power) {
        return whole.signum() == 0
                ? scores
                : scores.stream()
                        .map(score -> score.multiply(power).divide(whole, MathContext.DECIMAL128))
                        .toList();
    }

    static Answer copeland(TallyCase counted, TallyCheck check) {
        var votes = new SnapshotVotes(counted, check);
        check.parameters().words("victoryPoints", "each ordered pair: win 1");
        check.parameters().words("tieBreak", "+0.5 * support/((n-1)*total)");
        check.parameters().words("scale", "scores add up to total valid voting power");
        check.parameters().words("invalid", "partial rankings are dropped");
        var settings = new Copeland.Settings(
                Optional.empty(),
                Optional.of(true),
                Optional.of(Copeland.Scale.POWER),
                DECIMALS,
                Optional.empty(),
                Optional.empty());
        var way = new Way<>(new Copeland(), settings, SnapshotTabulations::ranks, EXACT);
        var valid = votes.valid(votes::isComplete);
        var answer = count(counted, votes, valid, way, false);
        var total = new BigDecimal(SnapshotVotes.sum(valid), votes.decimals());
        answer.values().set("scoresTotal", Numbers.decimal(total));
        return answer;
    }

    static Object ranks(JsonNode choice) {
        return choice.valueStream().map(option -> List.of(option.asLong() - 1)).toList();
    }

    private static Object options(JsonNode choice) {
        return choice.valueStream().map(option -> option.asLong() - 1).toList();
    }

    // Weights such as 0.2 and 0.8 are written as 1 and 4.
    private static Object weights(JsonNode choice) {
        var decimals = choice.valueStream()
                .mapToInt(weight -> weight.decimalValue().stripTrailingZeros().scale())
                .max()
                .orElse(0);
        var whole = new LinkedHashMap<String, BigInteger>();
        choice.properties()
                .forEach(weight -> whole.put(
                        Integer.toString(Integer.parseInt(weight.getKey()) - 1),
                        weight.getValue()
                                .decimalValue()
                                .movePointRight(Math.max(0, decimals))
                                .toBigIntegerExact()));
        var common = whole.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        var weights = new LinkedHashMap<String, Object>();
        whole.forEach(
                (option, weight) -> weights.put(option, weight.divide(common).toString()));
        return weights;
    }

    private static List<BigDecimal> tally(Result result, int decimals) {
        return result.rounds().getFirst().tally().values().stream()
                .map(score -> new BigDecimal(score, decimals))
                .toList();
    }

    static ArrayNode numbers(List<BigDecimal> scores) {
        var array = JsonNodeFactory.instance.arrayNode();
        scores.forEach(score -> array.add(Numbers.decimal(score)));
        return array;
    }
}
