// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.record.Malformed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonLimitsTest {
    private static final int LARGE = 32 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {61_439, 61_440})
    void upTo60KibAreRead(int size) {
        assertThat(StrictJson.parse(textOf(size)).canonical()).hasSize(size);
    }

    @Test
    void oneByteMoreThan60KibIsRefused() {
        assertRefused(textOf(61_441), Reason.SIZE, 61_440);
    }

    @Test
    void theCallerMayAllowMoreOrLess() {
        assertThat(StrictJson.parse(textOf(100_000), 100_000).canonical()).hasSize(100_000);
        assertThatThrownBy(() -> StrictJson.parse(textOf(100_001), 100_000)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> StrictJson.parse(bytes("[]"), 1)).isInstanceOf(Malformed.class);
    }

    @Test
    void tenMegabytesOfBracketsAreRefusedBeforeTheyAreLookedAt() {
        var brackets = new byte[10_000_000];
        Arrays.fill(brackets, (byte) '[');

        assertRefused(brackets, Reason.SIZE, 61_440);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16})
    void upTo16LevelsAreRead(int depth) {
        assertThat(StrictJson.parse(nested("[", "]", depth)).canonical()).hasSize(2 * depth);
        assertThat(StrictJson.parse(nested("{\"a\":", "}", depth - 1, "{}")).canonical())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18, 20_000})
    void moreThan16LevelsAreRefusedAtThe17th(int depth) {
        assertRefused(nested("[", "]", depth), Reason.DEPTH, 16);
        assertRefused(bytes("[".repeat(depth)), Reason.DEPTH, 16);
    }

    @Test
    void depthIsCountedPerBranch() {
        var deep = "[".repeat(15) + "]".repeat(15);

        assertThat(StrictJson.parse(bytes("[" + deep + "," + deep + "]")).canonical())
                .hasSize(63);
    }

    @Test
    void whatIsNestedTooDeeplyToBeReadAgainIsNotWritten() {
        Json value = new Json.Bool(true);
        for (int i = 0; i < 17; i++) value = Json.of(List.of(value));

        assertThatThrownBy(value::canonical).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740990", "9007199254740991", "-9007199254740990", "-9007199254740991"})
    void integersUpTo2ToThe53Minus1AreRead(String number) {
        assertThat(StrictJson.parse(bytes(number))).isEqualTo(new Json.Int(Long.parseLong(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "-9007199254740992", "9007199254740993", "10000000000000000"})
    void largerIntegersAreRefused(String number) {
        assertRefused(bytes(number), Reason.NUMBER, 0);
        assertThatThrownBy(() -> Json.of(Long.parseLong(number))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHundredThousandKeysTakeOnePass() {
        var keys = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"%06d\":0".formatted(i))
                .collect(Collectors.joining(",", "{", "}"));

        assertRefused(bytes(keys), Reason.SIZE, 61_440);
        assertThat(StrictJson.parse(bytes(keys), LARGE).canonicalText()).isEqualTo(keys);
    }

    @Test
    void aHundredThousandKeysInWrongOrderAreSortedOnlyInAWrapper() {
        var keys = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"%06d\":0".formatted(99_999 - i))
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(catchThrowableOfType(Malformed.class, () -> StrictJson.parse(bytes(keys), LARGE))
                        .reason())
                .isEqualTo(Reason.NOT_CANONICAL);
        assertThat(List.copyOf(((Json.Obj) StrictJson.parseWrapper(bytes(keys), LARGE))
                        .members()
                        .keySet()))
                .isSorted();
    }

    private static void assertRefused(byte[] document, Reason reason, int offset) {
        var refusal = catchThrowableOfType(Malformed.class, () -> StrictJson.parse(document));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    private static byte[] textOf(int size) {
        return bytes('"' + "x".repeat(size - 2) + '"');
    }

    private static byte[] nested(String open, String close, int depth) {
        return nested(open, close, depth, "");
    }

    private static byte[] nested(String open, String close, int depth, String inner) {
        return bytes(open.repeat(depth) + inner + close.repeat(depth));
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(US_ASCII);
    }
}
