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
import org.folkmoot.policies.BudgetCompletion.Comparison;
import org.folkmoot.policies.BudgetCompletion.Completion;
import org.folkmoot.policies.BudgetCompletion.RaiseFrom;
import org.folkmoot.policies.BudgetCompletion.RaiseUntil;
import org.folkmoot.policies.ParticipatoryBudget.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.Test;

/** Budgets that are drawn by seeds, with many ties, counted in groups and person by person. */
class PlainBudgetTest {
    private static final int SEEDS = 300;

    private record Drawn(PlainBudget plain, List<Counted> groups, Question question) {}

    @Test
    void groupsChooseWhatPersonByPersonIsChosenForSeeds0To300() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var drawn = drawn(random, 6, 8, 20);
            var raise = random.nextInt(1, 4);
            var from = RaiseFrom.values()[random.nextInt(2)];
            var until = RaiseUntil.values()[random.nextInt(2)];
            var completion = Completion.values()[random.nextInt(3)];
            var comparison = Comparison.values()[random.nextInt(3)];
            for (var rule : BudgetRule.values()) {
                var expected = switch (rule) {
                    case GREEDY_SKIP -> drawn.plain().greedy(false);
                    case GREEDY_STOP -> drawn.plain().greedy(true);
                    case EQUAL_SHARES -> drawn.plain().equalShares(0, from, until, completion, comparison);
                    case EQUAL_SHARES_RAISED -> drawn.plain().equalShares(raise, from, until, completion, comparison);
                };
                var raises = rule == BudgetRule.EQUAL_SHARES_RAISED;
                var settings = new Settings(
                        drawn.plain().budget(),
                        drawn.plain().costs().stream().map(Object::toString).toList(),
                        Optional.of(rule),
                        Optional.of((long) raise).filter(_ -> raises),
                        Optional.of(from).filter(_ -> raises),
                        Optional.of(until).filter(_ -> raises),
                        Optional.of(completion).filter(_ -> rule.shares()),
                        Optional.of(comparison).filter(_ -> rule.shares()),
                        Optional.of(drawn.plain().cheaperFirst()).filter(_ -> rule.shares()),
                        Optional.of(drawn.plain().leastPoints()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                compare(seed, drawn, settings, expected);
            }
        }
    }

    /** Without raised shares much is left, so that several projects come after one another. */
    @Test
    void whatPowerGoesOnEarningBuysWhatItBuysPersonByPersonForSeeds0To900() {
        for (var seed = 0L; seed < 3 * SEEDS; seed++) {
            var drawn = drawn(new Random(seed), 7, 12, 60);
            var settings = new Settings(
                    drawn.plain().budget(),
                    drawn.plain().costs().stream().map(Object::toString).toList(),
                    Optional.of(BudgetRule.EQUAL_SHARES),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Completion.PHRAGMEN),
                    Optional.empty(),
                    Optional.of(drawn.plain().cheaperFirst()),
                    Optional.of(drawn.plain().leastPoints()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            compare(
                    seed,
                    drawn,
                    settings,
                    drawn.plain()
                            .equalShares(
                                    0, RaiseFrom.EXACT, RaiseUntil.OVERSPENT, Completion.PHRAGMEN, Comparison.NONE));
        }
    }

    // The order in which projects are chosen is compared, too.
    private static void compare(long seed, Drawn drawn, Settings settings, List<Integer> expected) {
        var names = drawn.question().options();

        var chosen = new ParticipatoryBudget().tally(drawn.groups(), drawn.question(), settings);

        assertThat(chosen.winners())
                .as("seed %d, %s", seed, settings)
                .containsExactlyElementsOf(expected.stream().map(names::get).toList());
    }

    private static Drawn drawn(Random random, int fewer, int cheaper, int less) {
        var projects = random.nextInt(1, fewer);
        var costs = random.longs(projects, 0, cheaper).boxed().toList();
        var points = random.nextInt(3) == 0;
        var people = new ArrayList<long[]>();
        var groups = new ArrayList<Counted>();
        for (var group = random.nextInt(6); group > 0; group--) {
            var given = random.longs(projects, 0, points ? 4 : 2).toArray();
            var many = random.nextInt(1, 4);
            groups.add(new Counted(choice(given, points), many, BigInteger.valueOf(many)));
            IntStream.range(0, many).forEach(_ -> people.add(given));
        }
        var names = IntStream.range(0, projects)
                .mapToObj(project -> Character.toString((char) ('A' + project)))
                .toList();
        var plain = new PlainBudget(random.nextInt(less), costs, people, random.nextBoolean(), random.nextInt(4));
        return new Drawn(plain, groups, new Question("Budget", names));
    }

    private static Object choice(long[] given, boolean points) {
        if (!points) {
            return IntStream.range(0, given.length)
                    .filter(project -> given[project] > 0)
                    .mapToObj(project -> (long) project)
                    .toList();
        }
        var choice = new LinkedHashMap<String, Object>();
        IntStream.range(0, given.length).forEach(project -> choice.put(Integer.toString(project), given[project]));
        return choice;
    }
}
