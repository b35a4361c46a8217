// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text becomes data with places, and hostile text becomes a complaint. */
class DocumentTest {
    @Test
    void yamlKeepsTheDigitsThatWereWritten() {
        var data = data("""
                whole: 12
                cents: 100.00
                share: 1/10
                octal: 010
                signed: +5
                hex: 0x1F
                exponent: 1e3
                negative: -7
                yes: yes
                truth: true
                Truth: True
                quoted: "12"
                date: 2026-11-20
                folded: >-
                  one
                  two
                """);

        assertThat(data)
                .isEqualTo(Map.ofEntries(
                        Map.entry("whole", 12L),
                        Map.entry("cents", "100.00"),
                        Map.entry("share", "1/10"),
                        Map.entry("octal", "010"),
                        Map.entry("signed", "+5"),
                        Map.entry("hex", "0x1F"),
                        Map.entry("exponent", "1e3"),
                        Map.entry("negative", -7L),
                        Map.entry("yes", "yes"),
                        Map.entry("truth", true),
                        Map.entry("Truth", "True"),
                        Map.entry("quoted", "12"),
                        Map.entry("date", "2026-11-20"),
                        Map.entry("folded", "one two")));
    }

    @Test
    void jsonIsReadToTheSameData() {
        var data = data("""
                \t{ "whole": 12, "cents": 100.00, "exponent": 1E3, "truth": false,
                \t  "text": "a\\u00e9\\ud83d\\ude00\\n\\/\\"\\\\", "list": [ ], "map": { } }
                """);

        assertThat(data)
                .isEqualTo(Map.of(
                        "whole",
                        12L,
                        "cents",
                        "100.00",
                        "exponent",
                        "1E3",
                        "truth",
                        false,
                        "text",
                        "aé😀\n/\"\\",
                        "list",
                        List.of(),
                        "map",
                        Map.of()));
    }

    @Test
    void anAliasRepeatsWhatItNames() {
        var document = read("a: &x { b: [1, 2] }\nc: *x\n");

        assertThat(document.data())
                .isEqualTo(Map.of("a", Map.of("b", List.of(1L, 2L)), "c", Map.of("b", List.of(1L, 2L))));
        assertThat(document.spot("/c/b/1")).isEqualTo(new Spot(1, 16));
        assertThat(document.keySpot("/c")).isEqualTo(new Spot(2, 1));
    }

    @ParameterizedTest
    @CsvSource({"/a,1,6", "/é😀,2,6", "/é😀/0,2,7", "/é😀/1,2,11", "/é😀/1/x,2,21", "/nowhere,1,1", "/é😀/1/y/z,2,11"})
    void placesAreCountedInCharacters(String path, int line, int column) {
        var document = read("{\"a\":1,\n\"é😀\":[\"😀\",{\"x\"   :  2}]}");

        assertThat(document.spot(path)).isEqualTo(new Spot(line, column));
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreNoMatter() {
        assertThat(data("\uFEFFa: 1\r\nb: 2\r\n")).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(data("\uFEFF{\"a\":1}")).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertRefused(new byte[] {'a', ':', ' ', (byte) 0xff}, "encoding");
        assertRefused("{\"a\":\"\\u0000\"}".getBytes(UTF_8), "encoding");
        assertRefused("{\"a\":\"\\ud800\"}".getBytes(UTF_8), "encoding");
        assertRefused("a: \"\\ud83d\"".getBytes(UTF_8), "encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "---",
                "a",
                "[1]",
                "a: 1\n---\nb: 2",
                "a: [1",
                "a: 1\n b: 2",
                "? [a]\n: 1",
                "{a: 1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":1} x",
                "{\"a\":tru}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":",
                "{\"a\":\"b",
                "{'a':1}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "%YAML 3.0\n---\na: 1",
                "a: &x [*x]",
                "&x *x : 1",
                "a: @b",
                "a: `b`",
                "!!map {a: 1}",
                "a: ! b",
                "\u0007: 1"
            })
    void whatIsNoDocumentIsRefused(String text) {
        var refused = catchThrowableOfType(ConstitutionRefused.class, () -> Samples.read(text));

        assertThat(refused).isNotNull();
        assertThat(refused.complaints()).isNotEmpty();
    }

    static Stream<String> hostile() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        var deep = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 12; i++) {
            deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        return Stream.of(
                bomb.toString(),
                deep.toString(),
                "a: &x 1\nb: [" + "*x,".repeat(101) + "]",
                "a: " + "[".repeat(120_000),
                "a: " + "{a: ".repeat(60_000),
                "{\"a\":" + "[".repeat(120_000),
                "- ".repeat(120_000),
                "? ".repeat(120_000),
                "a: " + "x ".repeat(131_000),
                "a: [" + "1,".repeat(11_000) + "]",
                "&a ".repeat(80_000) + "b: 1",
                "a: \"" + "\\u0041".repeat(50_000),
                "# " + "x".repeat(256 * 1024));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileTextIsRefusedSoon(String text) {
        var refused = catchThrowableOfType(ConstitutionRefused.class, () -> Samples.read(text));

        assertThat(refused.complaints()).isNotEmpty();
    }

    @Test
    void depthIsCountedAlikeInBothForms() {
        assertThat(data("a: " + "[".repeat(9) + "]".repeat(9))).containsKey("a");
        assertThat(data("{\"a\":" + "[".repeat(9) + "]".repeat(9) + "}")).containsKey("a");
        assertRefused(("a: " + "[".repeat(10) + "]".repeat(10)).getBytes(UTF_8), "too-deep");
        assertRefused(("{\"a\":" + "[".repeat(10) + "]".repeat(10) + "}").getBytes(UTF_8), "too-deep");
    }

    private static void assertRefused(byte[] bytes, String id) {
        var refused = catchThrowableOfType(ConstitutionRefused.class, () -> Constitution.read(bytes));

        assertThat(refused.complaints()).extracting(Complaint::id).contains(id);
    }

    private static Document read(String text) {
        return Document.read(text.getBytes(UTF_8));
    }

    private static Map<String, Object> data(String text) {
        var document = read(text);
        assertThat(document.complaints().found()).isEmpty();
        return document.data();
    }
}
