// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every wait that must end early may last five minutes, which the time limit of the tests does not allow. */
@Timeout(60)
class NudgesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Nudges nudges = new Nudges();

    @Test
    void aNudgeThatCameBeforeTheWaitEndsItOnce() throws InterruptedException {
        nudges.now();
        nudges.await(LONG);

        assertThat(waited(SHORT)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void aNudgeThatComesMeanwhileEndsTheWait() throws InterruptedException {
        var other = Thread.ofPlatform().start(nudges::now);

        nudges.await(LONG);

        other.join();
    }

    @Test
    void withoutANudgeTheWaitEndsInTime() throws InterruptedException {
        assertThat(waited(SHORT)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void aNudgeForLaterEndsTheWaitThenAndNotBefore() throws InterruptedException {
        long start = System.nanoTime();
        nudges.within(SHORT);
        nudges.await(LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void theEarlierOfTwoNudgesCounts() throws InterruptedException {
        nudges.within(SHORT);
        nudges.within(LONG);
        nudges.await(LONG);

        nudges.within(LONG);
        nudges.within(SHORT);
        nudges.await(LONG);
    }

    @Test
    void aNudgeForAfterTheWaitIsKept() throws InterruptedException {
        nudges.within(Duration.ofSeconds(5));
        nudges.await(SHORT);

        nudges.await(LONG);
    }

    @Test
    void aMomentThatIsOverOrFarAwayIsANudgeToo() throws InterruptedException {
        nudges.within(Duration.ofSeconds(-1));
        nudges.await(LONG);

        nudges.within(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(waited(SHORT)).isGreaterThanOrEqualTo(SHORT);
    }

    private Duration waited(Duration most) throws InterruptedException {
        long start = System.nanoTime();
        nudges.await(most);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
