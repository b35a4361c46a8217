// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.constitution.course.Polls.APPROVAL;
import static org.folkmoot.constitution.course.Polls.QUORUM;
import static org.folkmoot.constitution.course.Polls.TIMING;
import static org.folkmoot.constitution.course.Polls.counts;
import static org.folkmoot.constitution.course.Polls.judge;
import static org.folkmoot.constitution.course.Polls.tally;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.folkmoot.policy.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The margin is the smallest change of a single count that turns the decision: one less does not. */
class MarginTest {
    private static final Judge USUAL = judge(QUORUM, APPROVAL, TIMING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // the quorum of 40 is met exactly: one less of any count turns it
                "20, 5, 15 | 1 less in for, 1 less in against, 1 less in abstain, 15 more in against",
                "20, 5, 16 | 2 less in for, 2 less in against, 2 less in abstain, 15 more in against",
                "20, 5, 14 | 1 more in for, 1 more in against, 1 more in abstain",
                // a tie of the approval fails
                "30, 30, 0 | 1 more in for, 1 less in against",
                "31, 30, 0 | 1 less in for, 1 more in against, 22 less in against",
                // below the quorum and the majority, no single change of abstain helps
                "15, 20, 4 | 6 more in for",
                // no count alone can help: the roll is too small for the rest
                "0, 100, 0 | -",
            })
    void namesEveryCountThatAloneTurnsIt(String poll, String turns) {
        var margin = margin(USUAL, poll);

        assertThat(margin.turns().stream().map(Margin.Turn::words).toList())
                .isEqualTo(turns == null ? List.of() : List.of(turns.split(", ")));
    }

    @Test
    void aCountThatHelpsAndThenHurtsTurnsItTwice() {
        // against is needed for the quorum; 5 more are enough, 20 more would be too many
        var margin = margin(USUAL, "25, 10, 0");

        assertThat(margin.least()).contains(new Margin.Turn("people", "for", big(25), big(30)));
        assertThat(margin.turns()).contains(new Margin.Turn("people", "against", big(10), big(15)));
    }

    @Test
    void tiesAreNamed() {
        assertThat(margin(USUAL, "20, 5, 15").ties()).containsExactly("quorum");
        assertThat(margin(USUAL, "30, 30, 0").ties()).containsExactly("approval");
        assertThat(margin(USUAL, "20, 5, 16").ties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"33, false", "34, true", "35, false"})
    void roundingIsNamedWhereItDecided(long inFavor, boolean decided) {
        // 7/20 of 99 is 34.65, rounded down 34
        var judge = judge("quorum: { count: [for], of: roll, atLeast: 7/20, round: down }", TIMING);
        var tally = TallyDocument.read(("roll: { power: 99 }\n" + counts(inFavor, 0, 0)).getBytes(UTF_8))
                .tally(Judges.only(judge));

        assertThat(Explanation.of(judge, tally).margin().roundings())
                .isEqualTo(decided ? List.of("quorum") : List.of());
    }

    @Test
    void everyChamberIsLookedAt() {
        var judge = judge(
                APPROVAL,
                "chambers: [ { name: elders, body: council, stance: vetoes,"
                        + " ballot: { method: for-against-abstain, revote: first },"
                        + " rules: [ { rule: share, name: veto, count: [against], of: roll, atLeast: 1/2 } ] } ]",
                TIMING);
        var tally = tally(
                judge, "bodies: { council: { power: 9 } }", counts(60, 20, 0), "chambers: { elders: { against: 3 } }");

        assertThat(Explanation.of(judge, tally).margin().least())
                .contains(new Margin.Turn("elders", "against", big(3), big(5)));
    }

    @Test
    void hugeCountsAreSearchedExactly() {
        var judge = judge(APPROVAL, TIMING);
        var tally = TallyDocument.read("""
                        roll: { power: "1000000000000000000000000000000" }
                        counts: { for: "300000000000000000000000000001", against: "300000000000000000000000000000" }
                        """.getBytes(UTF_8)).tally(Judges.only(judge));

        assertThat(Explanation.of(judge, tally).margin().turns())
                .extracting(Margin.Turn::amount)
                .containsExactly(BigInteger.ONE, BigInteger.ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                QUORUM + "\n" + APPROVAL,
                "quorum: { count: [for], of: roll, less: [abstain], moreThan: 1/3, round: nearest }\n" + APPROVAL,
                "veto: { count: [against], of: [for, against, abstain], atLeast: 1/3 }\n" + APPROVAL,
                "approval: { count: [for], of: [for, against], moreThan: 1/2,"
                        + " pad: { upTo: 2/5, of: roll, with: [for, against, abstain] } }",
                "quorum: { count: [for], of: roll, atLeast: { curve: linear, count: [against], of: roll,"
                        + " begin: 1/10, end: 4/10, until: 3/10, places: 4 } }\n" + APPROVAL
            })
    void isWhatTryingEveryAmountFinds(String rules) {
        var judge = judge(rules, TIMING);
        var random = new Random(7);
        for (var i = 0; i < 60; i++) {
            var inFavor = random.nextLong(101);
            var against = random.nextLong(101 - inFavor);
            var abstain = random.nextLong(101 - inFavor - against);

            var standing = Explanation.of(judge, tally(judge, counts(inFavor, against, abstain)))
                    .standing();

            assertThat(found(Margin.of(judge, standing)))
                    .as(rules + " at " + counts(inFavor, against, abstain))
                    .isEqualTo(tried(judge, standing));
        }
    }

    private static Map<String, BigInteger> found(Margin margin) {
        var found = new LinkedHashMap<String, BigInteger>();
        margin.turns().forEach(turn -> found.put(turn.words().replaceFirst("[0-9]+ ", ""), turn.to()));
        return found;
    }

    private static Map<String, BigInteger> tried(Judge judge, Standing standing) {
        var stage = judge.stages().getFirst();
        var facts = people(standing);
        var yes = stage.saysYes(standing.facts());
        var tried = new LinkedHashMap<String, BigInteger>();
        facts.counts().forEach((count, from) -> {
            LongStream.rangeClosed(from.longValue() + 1, 100)
                    .filter(to -> turns(stage, standing, count, to, yes))
                    .findFirst()
                    .ifPresent(to -> tried.put("more in " + count, big(to)));
            LongStream.iterate(from.longValue() - 1, to -> to >= 0, to -> to - 1)
                    .filter(to -> turns(stage, standing, count, to, yes))
                    .findFirst()
                    .ifPresent(to -> tried.put("less in " + count, big(to)));
        });
        return tried;
    }

    private static Facts people(Standing standing) {
        return Optional.ofNullable(standing.facts().get("people")).orElseThrow();
    }

    private static boolean turns(StageJudge stage, Standing standing, String count, long to, boolean yes) {
        var facts = people(standing);
        var counts = new LinkedHashMap<>(facts.counts());
        counts.put(count, big(to));
        return stage.saysYes(Map.of("people", facts.counting(counts))) != yes;
    }

    private static Margin margin(Judge judge, String poll) {
        var counts = poll.split(", ");
        var tally =
                tally(judge, counts(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2])));
        return Explanation.of(judge, tally).margin();
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
