// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.folkmoot.record.Malformed.Reason.*;

import java.util.List;
import org.folkmoot.record.Malformed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    /** Every other spelling of a good value, and every bad value, with the reason and the byte that the sender is told. */
    static final List<Arguments> REFUSED = List.of(
            // another spelling
            row(NOT_CANONICAL, 0, " {}"),
            row(NOT_CANONICAL, 1, "{ }"),
            row(NOT_CANONICAL, 5, "{\"a\": 1}"),
            row(NOT_CANONICAL, 4, "{\"a\" :1}"),
            row(NOT_CANONICAL, 7, "{\"a\":1,\n\"b\":2}"),
            row(NOT_CANONICAL, 3, "[1,\t2]"),
            row(NOT_CANONICAL, 2, "[1 ,2]"),
            row(NOT_CANONICAL, 2, "[1\r]"),
            row(NOT_CANONICAL, 2, "{}\n"),
            row(NOT_CANONICAL, 7, "{\"b\":1,\"a\":2}"),
            row(NOT_CANONICAL, 8, "{\"aa\":1,\"a\":2}"),
            row(NOT_CANONICAL, 9, "{\"\uff01\":1,\"\ud83d\ude00\":2}"),
            row(NOT_CANONICAL, 1, "\"\\u0061\""),
            row(NOT_CANONICAL, 2, "\"a\\u0022\""),
            row(NOT_CANONICAL, 1, "\"\\u005c\""),
            row(NOT_CANONICAL, 1, "\"\\u000a\""),
            row(NOT_CANONICAL, 1, "\"\\u0008\""),
            row(NOT_CANONICAL, 1, "\"\\u001F\""),
            row(NOT_CANONICAL, 1, "\"\\u00e9\""),
            row(NOT_CANONICAL, 1, "\"\\u007f\""),
            row(NOT_CANONICAL, 1, "\"\\ud83d\\ude00\""),
            row(NOT_CANONICAL, 1, "\"\\/\""),
            row(NOT_CANONICAL, 0, "1.0"),
            row(NOT_CANONICAL, 1, "[1e0]"),
            row(NOT_CANONICAL, 0, "1E+2"),
            row(NOT_CANONICAL, 0, "10e-1"),
            row(NOT_CANONICAL, 0, "0.0"),
            row(NOT_CANONICAL, 0, "0e999999999"),
            row(NOT_CANONICAL, 0, "9007199254740991.0"),
            // the same key twice
            row(DUPLICATE_KEY, 7, "{\"a\":1,\"a\":1}"),
            row(DUPLICATE_KEY, 13, "{\"a\":1,\"b\":2,\"a\":3}"),
            row(DUPLICATE_KEY, 8, "[{\"\":{},\"\":{}}]"),
            // numbers
            row(NUMBER, 0, "9007199254740993"),
            row(NUMBER, 0, "9007199254740992"),
            row(NUMBER, 0, "-9007199254740992"),
            row(NUMBER, 0, "9007199254740992.0"),
            row(NUMBER, 0, "9007199254740992e0"),
            row(NUMBER, 0, "99999999999999999999"),
            row(NUMBER, 0, "18446744073709551617"),
            row(NUMBER, 0, "-0"),
            row(NUMBER, 0, "-0.0"),
            row(NUMBER, 0, "-0e1"),
            row(NUMBER, 1, "[01]"),
            row(NUMBER, 0, "-01"),
            row(NUMBER, 0, "00"),
            row(NUMBER, 0, "01.0"),
            row(NUMBER, 0, "1.5"),
            row(NUMBER, 0, "1e-1"),
            row(NUMBER, 0, "1e400"),
            row(NUMBER, 0, "1e999999999"),
            row(NUMBER, 0, "1e99999999999999999999"),
            row(NUMBER, 0, "1."),
            row(NUMBER, 0, "1e"),
            row(NUMBER, 0, "1.e1"),
            row(NUMBER, 0, "1.0-1"),
            row(NUMBER, 0, "-"),
            row(NUMBER, 0, "+1"),
            row(NUMBER, 0, ".5"),
            row(NUMBER, 5, "{\"a\":NaN}"),
            row(NUMBER, 0, "Infinity"),
            row(NUMBER, 0, "-Infinity"),
            row(NUMBER, 0, "1." + "0".repeat(60_000)),
            // text that is no text
            row(ENCODING, 1, "\"\\ud800\""),
            row(ENCODING, 1, "\"\\udc00\""),
            row(ENCODING, 1, "\"\\ud800\\ud800\""),
            row(ENCODING, 1, "\"\\ud800a\""),
            row(ENCODING, 1, "\"\\uDE00\\uD83D\""),
            row(ENCODING, 1, "\"\\u0000\""),
            row(ENCODING, 2, "\"a\0b\""),
            row(ENCODING, 1, "{\0"),
            row(ENCODING, 0, "\0"),
            raw(ENCODING, 0, "\u00ef\u00bb\u00bf{}"),
            raw(ENCODING, 0, "\u00fe\u00ff\0{\0}"),
            raw(ENCODING, 0, "\u00ff\u00fe{\0}\0"),
            raw(ENCODING, 1, "{\0}\0"),
            raw(ENCODING, 1, "\"\u00ed\u00a0\u0080\""),
            raw(ENCODING, 1, "\"\u00ed\u00a0\u00bd\u00ed\u00b8\u0080\""),
            raw(ENCODING, 1, "\"\u00c0\u00af\""),
            raw(ENCODING, 1, "\"\u00c0\u0080\""),
            raw(ENCODING, 1, "\"\u00c1\u00bf\""),
            raw(ENCODING, 1, "\"\u00e0\u0080\u00af\""),
            raw(ENCODING, 1, "\"\u00e0\u009f\u00bf\""),
            raw(ENCODING, 1, "\"\u00f0\u0080\u0080\u00af\""),
            raw(ENCODING, 1, "\"\u00f0\u008f\u00bf\u00bf\""),
            raw(ENCODING, 1, "\"\u00f4\u0090\u0080\u0080\""),
            raw(ENCODING, 1, "\"\u00f5\u0080\u0080\u0080\""),
            raw(ENCODING, 1, "\"\u00f8\u0088\u0080\u0080\u0080\""),
            raw(ENCODING, 1, "\"\u0080\""),
            raw(ENCODING, 1, "\"\u00ff\""),
            raw(ENCODING, 2, "\"a\u00c3\""),
            raw(ENCODING, 2, "\"a\u00e2\u0082\""),
            raw(ENCODING, 2, "\"a\u00c3"),
            raw(ENCODING, 1, "\"\u00c3(\""),
            raw(ENCODING, 1, "{\u00c3\u00a5:1}"),
            // null
            row(NULL, 0, "null"),
            row(NULL, 5, "{\"a\":null}"),
            row(NULL, 3, "[1,null]"),
            // no JSON at all
            row(SYNTAX, 0, ""),
            row(SYNTAX, 1, "{"),
            row(SYNTAX, 1, "["),
            row(SYNTAX, 2, "[1"),
            row(SYNTAX, 3, "[1,"),
            row(SYNTAX, 3, "[1,]"),
            row(SYNTAX, 1, "[,1]"),
            row(SYNTAX, 7, "{\"a\":1,}"),
            row(SYNTAX, 4, "{\"a\"}"),
            row(SYNTAX, 5, "{\"a\":}"),
            row(SYNTAX, 4, "{\"a\",1}"),
            row(SYNTAX, 1, "{a:1}"),
            row(SYNTAX, 1, "{1:1}"),
            row(SYNTAX, 1, "{'a':1}"),
            row(SYNTAX, 2, "[1}"),
            row(SYNTAX, 6, "{\"a\":1]"),
            row(SYNTAX, 2, "{}{}"),
            row(SYNTAX, 1, "1a"),
            row(SYNTAX, 1, "1-1e1"),
            row(SYNTAX, 0, "]"),
            row(SYNTAX, 0, "tru"),
            row(SYNTAX, 0, "True"),
            row(SYNTAX, 0, "nul"),
            row(SYNTAX, 0, "undefined"),
            row(SYNTAX, 4, "true1"),
            row(SYNTAX, 1, "[// a comment\n]"),
            row(SYNTAX, 2, "\"a"),
            row(SYNTAX, 1, "\""),
            row(SYNTAX, 2, "\"a\n\""),
            row(SYNTAX, 1, "\"\u0001\""),
            row(SYNTAX, 1, "\"\\x41\""),
            row(SYNTAX, 1, "\"\\"),
            row(SYNTAX, 1, "\"\\u12\""),
            row(SYNTAX, 1, "\"\\u12g4\""),
            row(SYNTAX, 1, "\"\\u+123\""),
            row(SYNTAX, 1, "\"\\U0061\""));

    private static Arguments row(Reason reason, int offset, String document) {
        return Arguments.of(reason, offset, document.getBytes(UTF_8));
    }

    private static Arguments raw(Reason reason, int offset, String bytes) {
        return Arguments.of(reason, offset, bytes.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void whatIsNotCanonicalIsRefusedWithItsReasonAndPlace(Reason reason, int offset, byte[] document) {
        var refusal = catchThrowableOfType(Malformed.class, () -> StrictJson.parse(document));

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-1",
                "true",
                "false",
                "[[],{}]",
                "9007199254740991",
                "-9007199254740991",
                "{\"\":0}",
                "{\"\":1,\"a\":2,\"aa\":3,\"b\":4}",
                "{\"A\":1,\"a\":2}",
                "[1,-2,\"x\",true,false]",
                "\"\\b\\t\\n\\f\\r\\\"\\\\\"",
                "\"\\u0001\\u000b\\u001f\"",
                "\"/\u007f\u0080\u2028\"",
                "\"å¤\u20ac\ud83d\ude00\"",
                "\"\ufeff\uffff\udbff\udfff\ue000\ud7ff\u07ff\u0800\"",
                "{\"\ud83d\ude00\":1,\"\uff01\":2}"
            })
    void whatIsCanonicalIsReadAndWrittenTheSame(String document) {
        assertThat(StrictJson.parse(document.getBytes(UTF_8)).canonicalText()).isEqualTo(document);
    }

    @Test
    void aRefusalTakesNoStackTraceAlong() {
        var refusal = catchThrowableOfType(Malformed.class, () -> StrictJson.parse(new byte[0]));

        assertThat(refusal.getStackTrace()).isEmpty();
    }
}
