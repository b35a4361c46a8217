// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchulzeTest extends DuellingContract<Schulze.Settings> {
    @Override
    protected Schulze plugin() {
        return new Schulze();
    }

    @Override
    protected List<Schulze.Settings> settings() {
        return List.of(
                with(Strength.WINNING_VOTES, Optional.empty(), Optional.empty()),
                with(Strength.MARGINS, Optional.empty(), Optional.empty()),
                with(Strength.WINNING_VOTES, Optional.of(Fraction.of(2, 1)), Optional.of(3L)));
    }

    private Schulze.Settings with(Strength strength, Optional<Fraction> majority, Optional<Long> quorum) {
        return new Schulze.Settings(
                Optional.of(strength),
                Optional.of(Unranked.LAST),
                Optional.empty(),
                majority.map(_ -> "E"),
                majority,
                quorum,
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"3, 2, E", "4, 2, E", "5, 2, A", "3, 0, E", "4, 0, A"})
    void anOptionMustBeatTheDefaultByMajorityAndQuorum(long inFavor, long opposed, String winner) {
        var settings = with(Strength.WINNING_VOTES, Optional.of(Fraction.of(2, 1)), Optional.of(4L));

        var result = count(plugin(), settings, ranked(inFavor, "AE"), ranked(opposed, "EA"));

        assertThat(result.winners()).containsExactly(winner);
    }

    @Test
    void theDefaultIsOneOfTheOptions() {
        var settings = with(Strength.MARGINS, Optional.of(Fraction.of(1, 1)), Optional.empty());

        assertThatThrownBy(() -> plugin().checkQuestion(Choices.among("A", "B"), settings))
                .isInstanceOf(InvalidQuestion.class)
                .hasMessage("'E' must be one of the options.");
    }
}
