// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.policies.SingleTransferableVote.Exact;
import org.folkmoot.policies.SingleTransferableVote.Quota;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Counts transferable votes paper by paper, as the rule is told, and compares every stage. */
class TransferredPapersTest {
    private static final String[] NAMES = {"A", "B", "C", "D", "E", "F"};

    @RepeatedTest(value = 150, name = "movesRoundedPapers, seed {currentRepetition}")
    void movesRoundedPapers(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var papers = papers(random);
        var options = options(papers);
        var seats = 1 + random.nextInt(options);
        var quota = Fraction.of(marked(papers) / (seats + 1) + 1, 1);

        var counted = count(papers, options, settings(seats, false), Optional.empty());

        compare(counted, new Papers(papers, options, seats, quota, 2));
    }

    @RepeatedTest(value = 150, name = "movesExactPapers, seed {currentRepetition}")
    void movesExactPapers(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var papers = papers(random);
        var options = options(papers);
        var seats = 1 + random.nextInt(options);
        // From Imperiali's quota, which more can reach than there are seats, to Hare's.
        var quota = Fraction.of(marked(papers), seats + random.nextInt(3));

        var counted = count(papers, options, settings(seats, true), Optional.of(quota));

        compare(counted, new Papers(papers, options, seats, quota, -1));
    }

    private static void compare(Exact counted, Papers papers) {
        papers.run();

        assertThat(counted.result().winners())
                .isEqualTo(papers.elected.stream().map(option -> NAMES[option]).toList());
        assertThat(counted.votes().stream().map(TransferredPapersTest::written).toList())
                .isEqualTo(papers.stages.stream()
                        .map(TransferredPapersTest::written)
                        .toList());
    }

    private static List<String> written(List<Fraction> votes) {
        return votes.stream()
                .map(held -> held.times(Fraction.of(1, 1)).toString())
                .toList();
    }

    private static Exact count(
            List<List<Integer>> papers,
            int options,
            SingleTransferableVote.Settings settings,
            Optional<Fraction> quota) {
        var ballots = papers.stream()
                .map(paper -> new Counted(
                        paper.stream().map(option -> List.of((long) option)).toList(), 1, BigInteger.ONE))
                .toList();
        var question = Choices.among(Stream.of(NAMES).limit(options).toArray(String[]::new));
        var method = new SingleTransferableVote();
        return quota.map(stated -> method.exact(ballots, question, settings, stated))
                .orElseGet(() -> method.exact(ballots, question, settings));
    }

    private static SingleTransferableVote.Settings settings(long seats, boolean exact) {
        return new SingleTransferableVote.Settings(
                seats,
                Optional.of(Quota.DROOP),
                Optional.of(2L),
                Optional.of(exact),
                Optional.empty(),
                Optional.empty());
    }

    /** Some papers; the first ranks everybody, and so says how many options there are. */
    private static List<List<Integer>> papers(Random random) {
        var options = 2 + random.nextInt(NAMES.length - 1);
        return IntStream.range(0, 1 + random.nextInt(25))
                .mapToObj(paper -> {
                    var order =
                            new ArrayList<>(IntStream.range(0, options).boxed().toList());
                    Collections.shuffle(order, random);
                    return List.copyOf(order.subList(0, paper == 0 ? options : random.nextInt(options + 1)));
                })
                .toList();
    }

    private static int options(List<List<Integer>> papers) {
        return papers.getFirst().size();
    }

    private static int marked(List<List<Integer>> papers) {
        return (int) papers.stream().filter(paper -> !paper.isEmpty()).count();
    }
}
