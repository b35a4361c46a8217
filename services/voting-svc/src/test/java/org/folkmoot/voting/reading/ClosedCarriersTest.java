// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosedCarriersTest {
    private final ClosedCarriers closed = new ClosedCarriers();
    private final List<Long> workedOut = new ArrayList<>();

    @Test
    void aPollIsWorkedOutOnceForAllWhoAskAboutIt() {
        ask(1);
        ask(1);
        ask(1);

        assertThat(workedOut).containsExactly(1L);
    }

    @Test
    void onlyTheLastPollIsKept() {
        ask(1);
        ask(2);
        ask(2);
        ask(1);

        assertThat(workedOut).containsExactly(1L, 2L, 1L);
    }

    @Test
    void whatFailedIsWorkedOutAgain() {
        var failed = new IllegalStateException("the database is away");

        assertThat(catching(failed)).isSameAs(failed);
        ask(1);

        assertThat(workedOut).containsExactly(1L);
    }

    private void ask(long no) {
        closed.of(no, () -> {
            workedOut.add(no);
            return Optional.empty();
        });
    }

    private Throwable catching(RuntimeException failure) {
        return catchThrowable(() -> closed.of(1, () -> {
            throw failure;
        }));
    }
}
