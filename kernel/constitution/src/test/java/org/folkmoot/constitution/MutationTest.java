// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.folkmoot.constitution.check.Check;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a document on its way, it is read, or refused with complaints, and nothing else happens. */
class MutationTest {
    private static final List<String> PIECES = List.of(
            "&a ",
            "*a",
            "!!str ",
            "- ",
            "? ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "|\n",
            ">\n",
            "\n",
            "\t",
            "  ",
            "#",
            "%",
            "@",
            "~",
            "null",
            "true",
            "0",
            "-1",
            "1e9",
            "9".repeat(30),
            "<<: ",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "é",
            "😀",
            "---\n",
            "...\n",
            ",");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void yaml(long seed) {
        mutate(Samples.YAML, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void json(long seed) {
        mutate(Samples.constitution().json().canonicalText(), seed);
    }

    private static void mutate(String text, long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++) {
            var bytes = mutant(text, random);
            try {
                var constitution = Constitution.read(bytes);
                Check.of(constitution, Samples.PLUGINS);
                assertThat(Constitution.read(constitution.canonical()).hash()).isEqualTo(constitution.hash());
            } catch (ConstitutionRefused e) {
                assertThat(e.complaints()).isNotEmpty().allSatisfy(complaint -> {
                    assertThat(complaint.line()).isPositive();
                    assertThat(complaint.column()).isPositive();
                    assertThat(complaint.reason()).isNotBlank().doesNotContain("org.", "java.");
                });
            }
        }
    }

    private static byte[] mutant(String text, Random random) {
        var result = new StringBuilder(text);
        for (var n = random.nextInt(1, 4); n > 0; n--) {
            var at = random.nextInt(result.length());
            switch (random.nextInt(4)) {
                case 0 -> result.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> result.delete(at, Math.min(result.length(), at + random.nextInt(1, 12)));
                case 2 -> result.setCharAt(at, (char) random.nextInt(1, 0x180));
                default ->
                    result.insert(at, result.substring(at, Math.min(result.length(), at + random.nextInt(1, 80))));
            }
        }
        var bytes = result.toString().getBytes(UTF_8);
        if (random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
