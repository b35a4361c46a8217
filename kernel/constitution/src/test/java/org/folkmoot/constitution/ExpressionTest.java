// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.folkmoot.policy.Voter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition has one answer, a bounded cost, or a failure that nobody takes for an answer. */
class ExpressionTest {
    private static final Voter STEWARD =
            Samples.member("ab".repeat(32), Samples.NOON.minus(Duration.ofDays(30)), "member", "steward");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "true ; true",
                "false ; false",
                "member.since <= roll.at - duration('720h') ; true",
                "member.since < roll.at - duration('720h') ; false",
                "'steward' in member.roles ; true",
                "member.founder ; false",
                "member.roles.exists(r, r.startsWith('stew')) ; true",
                "member.roles.filter(r, r != 'member').size() == 1 ; true",
                "member.id.matches('^[0-9a-f]{64}$') ; true",
                "member.since.getFullYear() == 2026 ; true",
                "false && 1/0 > 0 ; false",
                "true || 1/0 > 0 ; true"
            })
    void answers(String source, boolean answer) {
        assertThat(Who.compile(source).admits(STEWARD, Samples.NOON)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/0 > 0",
                "member.roles[7] == 'x'",
                "int(member.id) > 1",
                "timestamp('yesterday') < roll.at",
                "duration('1 week') < duration('1h')",
                "member.since + duration('9999999999999s') > roll.at",
                "9223372036854775807 + 1 > 0",
                "uint(1) - uint(2) > uint(0)",
                "{'a': 1}['b'] > 0",
                "dyn(1) < dyn('a')",
                "dyn(member.id)",
                "member.id.matches('(')",
                "member.id.matches('((a{100}){100}){100}')",
                "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16].all(x, [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16].all(y, x < 99))"
            })
    void failsInsteadOfGuessing(String source) {
        var who = Who.compile(source);

        assertThatThrownBy(() -> who.admits(STEWARD, Samples.NOON))
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true &&",
                "member",
                "member.email == 'x'",
                "now() > roll.at",
                "member.since",
                "1.5 > 1.0",
                "double(1) > double(0)",
                "string(0.1) == member.id",
                "has(member.id)",
                "member.since.getHours('Europe/Oslo') > 1",
                "google.protobuf.Timestamp{seconds: 1} < roll.at",
                "amount('1.00', 'EUR') > 0",
                "balance('EUR') > 0",
                "balance(member.id) > 0",
                "balance.EUR > 0",
                "actions.size() > 0",
                "[1].exists(x, [1].exists(y, [1].exists(z, x == y)))",
                "true ; false"
            })
    void refusesWhatCannotBeAskedOfAMember(String source) {
        assertThatThrownBy(() -> Who.compile(source)).isInstanceOf(ExpressionRefused.class);
    }

    @Test
    void lengthAndSizeAreLimited() {
        var long2000 = "true" + " ".repeat(1_996);

        assertThat(Who.compile(long2000).admits(STEWARD, Samples.NOON)).isTrue();
        assertThat(Who.compile("true" + "||true".repeat(200)).admits(STEWARD, Samples.NOON))
                .isTrue();
        assertRefused(long2000 + " ", "2001 characters");
        assertRefused("true" + "||true".repeat(300), "500");
        assertRefused("(".repeat(60) + "true" + ")".repeat(60), "recursion");
        assertRefused("true" + " ? true : false".repeat(60), "");
    }

    @Test
    void conditionsAreEqualWhenTheirTextIs() {
        assertThat(Who.compile("true")).isEqualTo(Who.compile("true")).hasSameHashCodeAs(Who.compile("true"));
        assertThat(Who.compile("true")).isNotEqualTo(Who.compile("true ")).hasToString("true");
    }

    @Test
    void amountsAreWorkedOutOnce() {
        var assets = Map.of("EUR", Samples.constitution().asset("EUR").orElseThrow());
        var applies = Applies.compile(
                Applies.language(assets), "amount('92233720368547758.07', 'EUR') > amount('0.01', 'EUR')");

        assertThat(applies.expression().isConstant()).isTrue();
        assertThat(applies.to(java.util.List.of())).isTrue();
    }

    @Test
    void anAmountBeyondTheNumbersIsRefused() {
        var language = Applies.language(Samples.constitution().assets());

        assertThatThrownBy(() -> Applies.compile(language, "amount('92233720368547758.08', 'EUR') > 0"))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageContaining("is not an amount of EUR, such as 100.00");
    }

    private static void assertRefused(String source, String words) {
        assertThatThrownBy(() -> Who.compile(source))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageContaining(words);
    }
}
