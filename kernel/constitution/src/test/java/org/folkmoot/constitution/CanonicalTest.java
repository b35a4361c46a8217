// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One constitution has one name, however it is written. */
class CanonicalTest {
    private static final String SMALL = """
            folkmoot: 1
            name: Small
            admission: {model: registrar, of: founders}
            bodies: {all: {who: 'true', power: equal}}
            policies:
              - name: any
                applies: 'true'
                body: all
                ballot: {method: for-against-abstain, revote: last}
                quorum: {count: [for, against], of: roll, atLeast: 1/10}
                approval: {count: for, of: [for, against], moreThan: 1/2}
                timing: {delay: P1D, period: P5D, timelock: PT0S, expires: P14D}
                retries: 0
            """;
    // Written by hand, and hashed with sha256sum.
    private static final String SMALL_CANONICAL =
            "{\"admission\":{\"model\":\"registrar\",\"of\":\"founders\"},\"bodies\":{\"all\":{\"power\":\"equal\",\"who\":\"true\"}},"
                    + "\"folkmoot\":1,\"name\":\"Small\",\"policies\":[{\"applies\":\"true\",\"approval\":{\"count\":\"for\","
                    + "\"moreThan\":\"1/2\",\"of\":[\"for\",\"against\"]},\"ballot\":{\"method\":\"for-against-abstain\","
                    + "\"revote\":\"last\"},\"body\":\"all\",\"name\":\"any\",\"quorum\":{\"atLeast\":\"1/10\",\"count\":[\"for\","
                    + "\"against\"],\"of\":\"roll\"},\"retries\":0,\"timing\":{\"delay\":\"P1D\",\"expires\":\"P14D\","
                    + "\"period\":\"P5D\",\"timelock\":\"PT0S\"}}]}";
    private static final String SMALL_HASH = "77d70009524b37adc85b66230d7189a316e6fc5e65080aaaf88a992b00f5c46c";
    private static final String SAMPLE_HASH = "d1ba499710e80de860ae50209b4e41532e9445dafc7c2bd23d479e4a35518857";

    @Test
    void theCanonicalFormIsKnown() {
        var constitution = Samples.read(SMALL);

        assertThat(new String(constitution.canonical(), UTF_8)).isEqualTo(SMALL_CANONICAL);
        assertThat(constitution.hash().hex()).isEqualTo(SMALL_HASH);
        assertThat(Samples.constitution().hash().hex()).isEqualTo(SAMPLE_HASH);
    }

    @Test
    void commentsQuotesAndOrderDoNotMatter() {
        var other = """
                # the same
                "policies":
                - retries:   0
                  timing: {expires: P14D, timelock: "PT0S", period: 'P5D', delay: >-
                    P1D
                    }
                  approval:
                    moreThan: "1/2"   # more than half
                    of: &sides
                      - for
                      - against
                    count: for
                  quorum: {count: *sides, of: roll, atLeast: 1/10}
                  ballot: {revote: last, method: for-against-abstain}
                  body: |-
                    all
                  applies: "true"
                  name: "\\u0061ny"
                bodies: {all: {power: equal, who: "true"}}
                admission: {of: founders, model: registrar}
                name: Small
                folkmoot: 1
                """;

        assertThat(Samples.read(other.replace(">-\n    P1D\n    }", "P1D}"))
                        .hash()
                        .hex())
                .isEqualTo(SMALL_HASH);
    }

    @Test
    void jsonIsTheSameConstitution() {
        var pretty =
                SMALL_CANONICAL.replace(",", " ,\r\n\t").replace(":", " : ").replace("\"any\"", "\"\\u0061ny\"");

        assertThat(Samples.read(SMALL_CANONICAL).hash().hex()).isEqualTo(SMALL_HASH);
        assertThat(Samples.read(pretty).hash().hex()).isEqualTo(SMALL_HASH);
        assertThat(Constitution.of((Json.Obj) StrictJson.parse(SMALL_CANONICAL.getBytes(UTF_8)))
                        .hash()
                        .hex())
                .isEqualTo(SMALL_HASH);
    }

    @ParameterizedTest
    @CsvSource({
        "name: Small, name: small",
        "retries: 0, retries: 1",
        "1/10, 10/100",
        "PT0S, P0D",
        "'count: for,', 'count: [for],'",
        "'[for, against], of: roll', '[against, for], of: roll'",
        "who: 'true', who: 'true '"
    })
    void everyOtherDifferenceMatters(String piece, String by) {
        assertThat(SMALL).contains(piece);

        assertThat(Samples.read(SMALL.replace(piece, by)).hash().hex()).isNotEqualTo(SMALL_HASH);
    }

    @Test
    void theHashIsThatOfTheCanonicalBytes() {
        var constitution = Samples.constitution();

        assertThat(constitution.hash()).isEqualTo(Hash.of(constitution.canonical()));
        assertThat(constitution.json().canonical()).isEqualTo(constitution.canonical());
        assertThat(StrictJson.parse(constitution.canonical())).isEqualTo(constitution.json());
    }

    @Test
    void strangeTextSurvives() {
        var strange = "\u007f\u0085\u2028\uFEFFé😀\t\n: # ' \\\" {[&*!|>%@`";
        var yaml = SMALL + "text: \""
                + strange.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\u007f", "\\x7f")
                        .replace("\u0085", "\\N")
                        .replace("\u2028", "\\u2028")
                        .replace("\uFEFF", "\\uFEFF")
                + "\"\n";

        var constitution = Samples.read(yaml);

        assertThat(constitution.text()).isEqualTo(strange);
        assertThat(Constitution.read(constitution.canonical()).hash()).isEqualTo(constitution.hash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aShuffledDocumentHasTheSameHash(long seed) {
        var random = new Random(seed);
        var shuffled = Json.of(Samples.constitution().json().plain());

        var text = write(shuffled.plain(), random);

        assertThat(Samples.read(text).hash().hex()).isEqualTo(SAMPLE_HASH);
    }

    /** Writes data as JSON or flow YAML, with names in any order and spaces and comments anywhere. */
    private static String write(Object data, Random random) {
        return switch (data) {
            case Map<?, ?> map -> {
                var members = new ArrayList<String>();
                new LinkedHashMap<>(map)
                        .forEach((name, value) ->
                                members.add(quote(name.toString()) + ":" + space(random) + write(value, random)));
                Collections.shuffle(members, random);
                yield "{" + space(random) + String.join("," + space(random), members) + space(random) + "}";
            }
            case List<?> list ->
                "["
                        + String.join(
                                "," + space(random),
                                list.stream().map(item -> write(item, random)).toList()) + "]";
            case String text -> quote(text);
            default -> data.toString();
        };
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String space(Random random) {
        return List.of(" ", "\n ", "  ", " \n\n  ").get(random.nextInt(4));
    }
}
