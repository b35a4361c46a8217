// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "And" makes a condition narrower, wherever it stands, and "or" behind it does not. */
class ConjunctsTest {
    private static final String WIDE = "'elder' in member.roles";

    @ParameterizedTest
    @ValueSource(
            strings = {
                WIDE,
                "(" + WIDE + ") && member.founder",
                WIDE + " && member.founder",
                "member.founder && (" + WIDE + ")",
                "member.founder && (member.id != '' && (" + WIDE + ")) && true",
                "(" + WIDE + ") && (member.founder || member.id == 'a')",
                "(" + WIDE + ") && member.id == ') || x'",
                "(" + WIDE + ") && '\\'' != '' // and nothing || else",
                "(" + WIDE + ") && [true, false || true].size() > 1"
            })
    void theSameAndMoreIsNarrower(String narrow) {
        assertThat(isWithin(narrow, WIDE)).isTrue();
        assertThat(isWithin(narrow, "true")).isTrue();
    }

    /** The remark takes the bracket away, and what follows stands in it. */
    @Test
    void aRemarkHidesNothing() {
        assertThat(isWithin("(" + WIDE + " // x) && (member.founder\n || true)", WIDE + " // x"))
                .isFalse();
        assertThat(isWithin(WIDE + " // x", WIDE + " // y")).isTrue();
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
                "(" + WIDE + ") && true // '\n || true // '",
                "!(" + WIDE + " && member.founder)",
                "[" + WIDE + " && true].size() == 1"
            })
    void whatAnythingElseSatisfiesIsNot(String narrow) {
        assertThat(isWithin(narrow, WIDE)).isFalse();
    }

    /** One of each kind of part, beside one that differs in a single place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "member.id == 'a[1]' ; member.id == 'a[2]'",
                "member.since < roll.at ; member.since <= roll.at",
                "member.id.startsWith('a') ; member.id.endsWith('a')",
                "member.id in ['a', 'b'] ; member.id in ['b', 'a']",
                "member.id in {'a': 1, 'b': 2} ; member.id in {'a': 1, 'c': 2}",
                "{'a': true}[member.id] ; {'a': false}[member.id]",
                "member.roles.exists(r, r == 'a') ; member.roles.all(r, r == 'a')",
                "member.roles.exists(r, r == 'a') ; member.roles.exists(s, s == 'a')",
                "member.roles.exists(r, r == 'a') ; member.roles.exists(r, r == 'b')",
                "1 < 2 ; 1u < 2u"
            })
    void whatIsWrittenOtherwiseIsNotTheSame(String one, String other) {
        assertThat(isWithin(one, other)).isFalse();
        assertThat(isWithin(other, one)).isFalse();
        assertThat(isWithin(other + " && " + one, one + " && " + other)).isTrue();
    }

    private static boolean isWithin(String narrow, String wide) {
        return who(narrow).isWithin(who(wide));
    }

    private static Who who(String source) {
        return Who.compile(source);
    }
}
