// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policies.ApprovalCommittee.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidQuestion;
import org.junit.jupiter.api.Test;

class ApprovalCommitteeTest extends ChoosingContract<Settings> {
    @Override
    protected ApprovalCommittee plugin() {
        return new ApprovalCommittee();
    }

    @Override
    protected List<Settings> settings() {
        return Stream.of(CommitteeRule.values())
                .flatMap(rule -> Stream.of(with(rule, 2, TieRule.ORDER), with(rule, 3, TieRule.NOBODY)))
                .toList();
    }

    private static Settings with(CommitteeRule rule, long seats, TieRule tie) {
        return new Settings(seats, Optional.of(rule), Optional.of(tie), Optional.empty());
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        return some(random).limit(random.nextInt(4)).boxed().toList();
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of("A", 0L, Map.of("0", 1L), List.of("0"), List.of(4L), List.of(-1L), List.of(1L, 1L));
    }

    @Test
    void aMinorityGetsItsShare() {
        var ballots = new Counted[] {one(List.of(0L, 1L), 6), one(List.of(2L), 4)};

        assertThat(count(plugin(), with(CommitteeRule.APPROVAL, 2, TieRule.NOBODY), ballots)
                        .winners())
                .containsExactly("A", "B");
        for (var rule : List.of(
                CommitteeRule.PROPORTIONAL,
                CommitteeRule.CHAMBERLIN_COURANT,
                CommitteeRule.SEQUENTIAL_PROPORTIONAL,
                CommitteeRule.SEQUENTIAL_PHRAGMEN,
                CommitteeRule.EQUAL_SHARES)) {
            assertThat(count(plugin(), with(rule, 2, TieRule.ORDER), ballots).winners())
                    .as("%s", rule)
                    .containsExactly("A", "C");
        }
    }

    @Test
    void withoutARuleForTiesOnlyTheOnlyCommitteeIsElected() {
        var ballots = new Counted[] {one(List.of(0L, 1L), 6), one(List.of(2L), 4)};

        var result = count(plugin(), with(CommitteeRule.PROPORTIONAL, 2, TieRule.NOBODY), ballots);

        assertThat(result.winners()).isEmpty();
        assertThat(result.rounds().getFirst().words())
                .isEqualTo("More than one committee is as good. None of them wins.");
    }

    @Test
    void theWordsNameTheRule() {
        var ballots = new Counted[] {one(List.of(0L, 1L), 6), one(List.of(2L), 4)};

        assertThat(count(plugin(), with(CommitteeRule.EQUAL_SHARES, 2, TieRule.ORDER), ballots)
                        .words())
                .isEqualTo("Elected by equal shares, and then by Phragmén's rule: A, C.");
    }

    @Test
    void noMoreSeatsThanOptionsAndNotTooManyCommittees() {
        var many = Choices.among(
                Stream.iterate(0, n -> n + 1).limit(20).map(Object::toString).toArray(String[]::new));

        plugin().checkQuestion(many, with(CommitteeRule.PROPORTIONAL, 5, TieRule.ORDER));
        plugin().checkQuestion(many, with(CommitteeRule.EQUAL_SHARES, 10, TieRule.ORDER));
        assertThatThrownBy(() -> plugin().checkQuestion(many, with(CommitteeRule.PROPORTIONAL, 6, TieRule.ORDER)))
                .isInstanceOf(InvalidQuestion.class)
                .hasMessage("There are more than 20000 possible committees; use a sequential rule.");
        assertThatThrownBy(() -> plugin().checkQuestion(FOUR, with(CommitteeRule.APPROVAL, 5, TieRule.ORDER)))
                .hasMessage("There are 4 options for 5 seats.");
    }
}
