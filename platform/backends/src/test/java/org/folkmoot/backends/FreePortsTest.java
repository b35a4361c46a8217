// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePortsTest {
    // So many of the ports that there are that two random choices of them have some in common.
    private static final int MANY = 1_500;

    @Test
    void nobodyGetsAPortThatSomebodyElseGotAndDoesNotListenOnYet() {
        var ours = FreePorts.take(MANY);

        var theirs = FreePorts.take(MANY);

        assertThat(ours).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(theirs).hasSize(MANY).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ours);
    }
}
