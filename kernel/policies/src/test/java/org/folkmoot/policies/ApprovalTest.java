// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApprovalTest extends ChoosingContract<Approval.Settings> {
    @Override
    protected Approval plugin() {
        return new Approval();
    }

    @Override
    protected List<Approval.Settings> settings() {
        return List.of(with(4, 1), with(2, 2));
    }

    private Approval.Settings with(long most, long seats) {
        return new Approval.Settings(Optional.of(most), Optional.of(seats), Optional.empty(), Optional.empty());
    }

    @Override
    protected Object choice(Random random, Approval.Settings settings) {
        return some(random).limit(settings.most().orElseThrow()).boxed().toList();
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of(
                "A",
                0L,
                Map.of("0", 1L),
                List.of("0"),
                List.of(4L),
                List.of(-1L),
                List.of(1L, 1L),
                List.of(List.of(0L)));
    }

    @Test
    void anEmptyListIsBlank() {
        var result = count(plugin(), with(4, 1), one(List.of(), 3), one(List.of(0L, 2L), 2), one(List.of(2L), 1));

        assertThat(result.counts()).isEqualTo(Choices.powers("ballots 6, blank 3, total 5, winner 3"));
        assertThat(result.winners()).containsExactly("C");
    }

    @Test
    void noMoreThanThePolicyAllows() {
        plugin().check(List.of(0L, 1L), FOUR, with(2, 1));

        assertThatThrownBy(() -> plugin().check(List.of(0L, 1L, 2L), FOUR, with(2, 1)))
                .hasMessage("The choice names 3 options; at most 2 may be.");
    }
}
