// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.sortition.Quotas.Bounds;
import org.folkmoot.sortition.Sortition.Effort;
import org.junit.jupiter.api.Test;

class SortitionTest {
    /** Four from the harbour, two from the hill. */
    private static final List<Person> POOL = List.of(
            person("a", "harbour"),
            person("b", "harbour"),
            person("c", "harbour"),
            person("d", "harbour"),
            person("e", "hill"),
            person("f", "hill"));

    @Test
    void countsEveryPanelThatKeepsTheQuotas() {
        assertThat(Sortition.of(POOL, 3, Quotas.NONE).panels()).isEqualTo(20);
        assertThat(Sortition.of(POOL, 3, hill(1, 1)).panels()).isEqualTo(12);
        assertThat(Sortition.of(POOL, 3, hill(1, 2)).panels()).isEqualTo(16);
        assertThat(Sortition.of(POOL, 3, hill(2, 2)).panels()).isEqualTo(4);
    }

    @Test
    void drawsEveryPanelAboutEquallyOften() {
        var sortition = Sortition.of(POOL, 3, hill(1, 2));
        var drawn = new TreeMap<String, Integer>();
        for (var seed = 0; seed < 3_200; seed++) {
            drawn.merge(ids(sortition.draw(Seed.ofText("even " + seed))), 1, Integer::sum);
        }

        // 200 times each is expected, with a standard deviation of less than 14.
        assertThat(drawn).hasSize(16);
        assertThat(drawn.values()).allMatch(times -> times > 140 && times < 260);
    }

    @Test
    void drawsTheSamePanelInWhateverOrderThePoolIsGiven() {
        var seed = Seed.ofText("order");

        assertThat(Sortition.of(POOL.reversed(), 3, hill(1, 1)).draw(seed))
                .isEqualTo(Sortition.of(POOL, 3, hill(1, 1)).draw(seed));
    }

    @Test
    void drawsTheSamePanelInWhateverOrderTheQuotasAreGiven() {
        var one = hill(1, 2).with("letter", "a", new Bounds(0, 3)).with("letter", "", new Bounds(0, 3));
        var reversed = new LinkedHashMap<String, Map<String, Bounds>>();
        one.of().entrySet().stream()
                .sorted(Map.Entry.<String, Map<String, Bounds>>comparingByKey().reversed())
                .forEach(stratum -> reversed.put(stratum.getKey(), stratum.getValue()));
        var pool = POOL.stream()
                .map(person -> new Person(
                        person.id(),
                        Map.of(
                                "place",
                                person.properties().getOrDefault("place", ""),
                                "letter",
                                person.id().compareTo("c") < 0 ? "a" : "")))
                .toList();

        for (var seed = 0; seed < 20; seed++) {
            var lot = Seed.ofText("strata " + seed);
            assertThat(Sortition.of(pool, 3, new Quotas(reversed)).draw(lot))
                    .isEqualTo(Sortition.of(pool, 3, one).draw(lot));
        }
    }

    @Test
    void aDrawCostsNoMoreThanItMay() {
        var cells = Sortition.of(POOL, 3, hill(1, 2), new Effort(2, 1_000));

        assertThat(cells.panels()).isEqualTo(16);
        assertThatThrownBy(() -> Sortition.of(POOL, 3, hill(1, 2), new Effort(1, 1_000)))
                .hasMessageContaining("too many kinds of people");
        assertThatThrownBy(() -> Sortition.of(POOL, 3, hill(1, 2), new Effort(2, 5)))
                .hasMessageContaining("too many combinations");
    }

    @Test
    void thePanelOfASeedNeverChanges() {
        assertThat(ids(Sortition.of(POOL, 3, hill(1, 1)).draw(Seed.ofText("for good"))))
                .isEqualTo(
                        ids(Sortition.of(new ArrayList<>(POOL), 3, hill(1, 1)).draw(Seed.ofText("for good"))))
                .hasSize(3);
    }

    @Test
    void refusesQuotasThatNoPanelKeeps() {
        assertThatThrownBy(() -> Sortition.of(POOL, 3, hill(3, 3))).isInstanceOf(Infeasible.class);
        assertThatThrownBy(() -> Sortition.of(POOL, 7, Quotas.NONE)).isInstanceOf(Infeasible.class);
        assertThatThrownBy(() -> Sortition.of(POOL, 3, new Quotas(Map.of("place", Map.of("hill", new Bounds(1, 1))))))
                .hasMessageContaining("do not say what holds for 'harbour'");
    }

    @Test
    void everyNumberBelowTheBoundIsDrawn() {
        var numbers = new Numbers(Seed.ofText("dice"));
        var drawn = new HashMap<Integer, Integer>();
        IntStream.range(0, 6_000).forEach(_ -> drawn.merge(numbers.below(6), 1, Integer::sum));

        assertThat(drawn.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(drawn.values()).allMatch(times -> times > 880 && times < 1_120);
        assertThat(numbers.below(1)).isZero();
    }

    private static Quotas hill(int least, int most) {
        return new Quotas(Map.of("place", Map.of("hill", new Bounds(least, most), "harbour", new Bounds(0, 6))));
    }

    private static Person person(String id, String place) {
        return new Person(id, Map.of("place", place));
    }

    private static String ids(List<Person> panel) {
        return String.join("", panel.stream().map(Person::id).sorted().toList());
    }
}
