// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aRefusalWithAOneLetterWordIsNamedWordByWord() {
        var problem = Problem.of(403, new ActRefusal.NotAMember(Hash.ZERO, Hash.ZERO));

        assertThat(problem.type()).isEqualTo("urn:folkmoot:problem:not-a-member");
        assertThat(problem.title()).isEqualTo("Not A Member");
    }
}
