// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "And" makes a condition narrower, and "or" behind it does not. */
class NarrowerTest {
    private static final String WIDE = "'elder' in member.roles";

    @ParameterizedTest
    @ValueSource(
            strings = {
                WIDE,
                "(" + WIDE + ") && member.founder",
                "member.founder && (" + WIDE + ")",
                "(" + WIDE + ") && (member.founder || member.id == 'a')",
                "(" + WIDE + ") && member.id == ') || x'",
                "(" + WIDE + ") && [true, false || true].size() > 1"
            })
    void theSameAndMoreIsNarrower(String narrow) {
        assertThat(Narrower.holds(narrow, WIDE)).isTrue();
        assertThat(Narrower.holds(narrow, "true")).isTrue();
    }

    /** The remark takes the bracket away, and what follows stands in it. */
    @Test
    void aRemarkHidesNothing() {
        assertThat(Narrower.holds("(" + WIDE + " // x) && (y\n || true)", WIDE + " // x"))
                .isFalse();
        assertThat(Narrower.holds(WIDE + " // x", WIDE + " // x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "(" + WIDE + ") || member.founder",
                "(" + WIDE + ") && true || true",
                "true || true && (" + WIDE + ")",
                "(" + WIDE + ") && member.founder ? true : true",
                "(" + WIDE + ") && ('' == '' || true) || member.founder",
                "(" + WIDE + ") && member.id == '(' || ')' == ')'",
                "(" + WIDE + ") && '\\'' == '' || true || '' == '\\''",
                "(" + WIDE + ") && ''' ' ''' == '' || true || ''' ' ''' == ''",
                "(" + WIDE + ") && true // '\n || true // '"
            })
    void whatAnythingElseSatisfiesIsNot(String narrow) {
        assertThat(Narrower.holds(narrow, WIDE)).isFalse();
    }
}
