// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Committees that are drawn by seeds, with many ties, elected in groups and person by person. */
class PlainCommitteesTest {
    private static final int SEEDS = 200;

    private record Drawn(PlainCommittees plain, Approvals groups) {}

    @Test
    void allTiedCommitteesAreThoseOfPersonByPersonForSeeds0To200() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var drawn = drawn(new Random(seed));
            for (var rule : CommitteeRule.values()) {
                var found = rule.committees(drawn.groups(), Comparator.naturalOrder(), 1_000);

                assertThat(found)
                        .as("seed %d, %s, %s", seed, rule, drawn.groups())
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(drawn.plain().committees(rule));
            }
        }
    }

    /** With more seats to share nobody pays more, so the first committee that is full is full of what is paid for. */
    @Test
    void sharesAreIncrementedUntilTheyFillTheSeatsForSeeds0To200() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var groups = drawn(new Random(seed)).groups();
            var alone = CommitteeRule.EQUAL_SHARES_ALONE
                    .committees(groups, Comparator.naturalOrder(), 1)
                    .getFirst();

            var found = CommitteeRule.incremented(groups, Comparator.naturalOrder(), 1_000);

            assertThat(found).as("seed %d", seed).isPresent();
            assertThat(found.orElseThrow().cardinality()).as("seed %d", seed).isEqualTo(groups.seats());
            if (alone.cardinality() == groups.seats()) {
                assertThat(found).as("seed %d", seed).contains(alone);
            }
        }
    }

    private static Drawn drawn(Random random) {
        var options = random.nextInt(1, 6);
        var seats = random.nextInt(1, options + 1);
        var people = new ArrayList<BitSet>();
        var groups = new ArrayList<Approvals.Group>();
        for (var group = random.nextInt(1, 5); group > 0; group--) {
            var approved = new BitSet();
            IntStream.range(0, options).filter(_ -> random.nextInt(5) < 2).forEach(approved::set);
            var many = random.nextInt(1, 4);
            groups.add(new Approvals.Group(approved, BigInteger.valueOf(many)));
            IntStream.range(0, many).forEach(_ -> people.add(approved));
        }
        return new Drawn(new PlainCommittees(options, seats, people), new Approvals(options, seats, groups));
    }
}
