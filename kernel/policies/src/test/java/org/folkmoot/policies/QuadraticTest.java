// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class QuadraticTest extends ChoosingContract<Quadratic.Settings> {
    @Override
    protected Quadratic plugin() {
        return new Quadratic();
    }

    @Override
    protected List<Quadratic.Settings> settings() {
        return List.of(with(18), with(0), credits(10_000));
    }

    private Quadratic.Settings with(long decimals) {
        return with(Optional.empty(), Optional.of(decimals));
    }

    private Quadratic.Settings credits(long credits) {
        return with(Optional.of(credits), Optional.empty());
    }

    private Quadratic.Settings with(Optional<Long> credits, Optional<Long> decimals) {
        return new Quadratic.Settings(credits, decimals, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    protected Object choice(Random random, Quadratic.Settings settings) {
        return weights(some(random), random, 20);
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of(), Map.of("0", 0L)))
                .toList();
    }

    @Test
    void manyWithLittleOutweighOneWithMuch() {
        var ballots = new Counted[] {one(Map.of("0", 1L), 100), new Counted(Map.of("1", 1L), 20, big(20))};

        var result = count(plugin(), with(0), ballots);

        // 100 against 20² = 400, so a fifth and four fifths of 120
        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 24, B 96, C 0, D 0"));
    }

    @Test
    void votesCostTheirSquareInCredits() {
        var settings = credits(100);

        plugin().check(Map.of("0", 8L, "1", 6L), question(), settings);

        assertThatThrownBy(() -> plugin().check(Map.of("0", 8L, "1", 6L, "2", 1L), question(), settings))
                .hasMessage("The votes cost 101 credits, the sum of their squares; there are 100.");
    }

    @Test
    void votesThatAreBoughtAreAddedUp() {
        var ballots = new Counted[] {one(Map.of("0", 10L), 1), one(Map.of("1", 5L, "2", 5L), 3)};

        var result = count(plugin(), credits(100), ballots);

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 10, B 15, C 15, D 0"));
        assertThat(result.words()).isEqualTo("The winner is B with 15.");
        assertThat(plugin().mergesPowers(credits(1))).isTrue();
    }

    @Test
    void creditsBuyWholeVotes() {
        assertThatThrownBy(() -> with(Optional.of(100L), Optional.of(2L)))
                .hasMessage("votes that are bought with credits are whole and have no decimals");
    }

    @Test
    void aGroupOfUnequalBallotsCannotBeCounted() {
        var uneven = new Counted(Map.of("0", 1L), 2, big(5));

        assertThatThrownBy(() -> count(plugin(), with(0), uneven))
                .hasMessage("2 ballots with power 5 have not the same power each");
    }
}
