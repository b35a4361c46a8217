// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedTest {
    @Test
    void aTestWithoutItsCasesIsSkippedAndSaysWhy() {
        assertThat(Shared.find("no/such/case")).isEmpty();
        assertThatThrownBy(() -> Shared.cases("no/such/case"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("shared/cases/no/such/case");
    }
}
