// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Counts scores voter by voter and step by step, as the rule is told, and compares. */
class StarByStepsTest {
    private static final int HIGHEST = 5;

    @RepeatedTest(value = 300, name = "electsWhomTheStepsElect, seed {currentRepetition}")
    void electsWhomTheStepsElect(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var options = 2 + random.nextInt(4);
        var seats = 1 + random.nextInt(options);
        var voters = Stream.generate(() -> scores(random, options))
                .limit(1 + random.nextInt(9))
                .toList();
        var question =
                Choices.among(Stream.of("A", "B", "C", "D", "E").limit(options).toArray(String[]::new));
        var settings = new Star.Settings(
                Optional.empty(), Optional.of((long) seats), Optional.of(TieRule.NOBODY), Optional.empty());

        var result =
                new Star().tally(voters.stream().map(StarByStepsTest::counted).toList(), question, settings);

        assertThat(result.winners()).isEqualTo(names(question, elected(voters, options, seats)));
    }

    // Few different scores, so that ties are frequent.
    private static int[] scores(Random random, int options) {
        return IntStream.range(0, options)
                .map(_ -> new int[] {0, 0, 1, HIGHEST, HIGHEST}[random.nextInt(5)])
                .toArray();
    }

    private static Counted counted(int[] scores) {
        var choice = new LinkedHashMap<String, Object>();
        IntStream.range(0, scores.length)
                .forEach(option -> choice.put(Integer.toString(option), (long) scores[option]));
        return new Counted(choice, 1, BigInteger.ONE);
    }

    private static List<String> names(Question question, List<Integer> options) {
        return options.stream().map(question.options()::get).toList();
    }

    private static List<Integer> elected(List<int[]> voters, int options, int seats) {
        var elected = new ArrayList<Integer>();
        var left = new ArrayList<>(IntStream.range(0, options).boxed().toList());
        while (elected.size() < seats && !left.isEmpty()) {
            var finalists = first(left, Math.min(2, left.size()), scoring(voters));
            var winner = finalists.size() < Math.min(2, left.size())
                    ? List.<Integer>of()
                    : first(finalists, 1, runoff(voters));
            if (winner.isEmpty() || sum(voters, winner.getFirst()) == 0) {
                break;
            }
            elected.addAll(winner);
            left.removeAll(winner);
        }
        return elected;
    }

    /** What decides between those who are still running. */
    private interface Step {
        long of(int option, List<Integer> among);
    }

    private static List<Step> scoring(List<int[]> voters) {
        return List.of(
                (option, _) -> sum(voters, option),
                (option, among) -> preferred(voters, option, among),
                (option, _) -> tops(voters, option));
    }

    private static List<Step> runoff(List<int[]> voters) {
        return List.of(
                (option, among) -> preferred(voters, option, among),
                (option, _) -> sum(voters, option),
                (option, _) -> tops(voters, option));
    }

    /**
     * So many of the best. A step keeps whoever is above those that it leaves level at the last place, and lets the next step
     * decide among these; if the last step leaves them level too, nobody gets the place.
     */
    private static List<Integer> first(List<Integer> of, int many, List<Step> steps) {
        var in = new ArrayList<Integer>();
        var running = of;
        for (var step : steps) {
            var among = running;
            var free = many - in.size();
            var above = among.stream()
                    .filter(one -> atLeast(one, among, step) <= free)
                    .toList();
            in.addAll(above);
            if (in.size() == many) {
                return in;
            }
            running = among.stream()
                    .filter(one -> !above.contains(one) && more(one, among, step) < free)
                    .toList();
        }
        return in;
    }

    private static long atLeast(int one, List<Integer> among, Step step) {
        return among.stream()
                .filter(other -> step.of(other, among) >= step.of(one, among))
                .count();
    }

    private static long more(int one, List<Integer> among, Step step) {
        return among.stream()
                .filter(other -> step.of(other, among) > step.of(one, among))
                .count();
    }

    private static long sum(List<int[]> voters, int option) {
        return voters.stream().mapToLong(scores -> scores[option]).sum();
    }

    private static long tops(List<int[]> voters, int option) {
        return voters.stream().filter(scores -> scores[option] == HIGHEST).count();
    }

    private static long preferred(List<int[]> voters, int option, List<Integer> among) {
        return voters.stream()
                .mapToLong(scores -> among.stream()
                        .filter(other -> scores[option] > scores[other])
                        .count())
                .sum();
    }
}
