// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are the same however the bytes are cut. */
class LinesTest {
    private static final int MOST = 2_000;

    private final List<String> found = new ArrayList<>();
    private final Lines lines = new Lines(MOST, new Lines.Sink() {
        @Override
        public void line(byte[] line) {
            found.add(new String(line, UTF_8));
        }

        @Override
        public void tooLong() {
            found.add("(too long)");
        }
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1_999, 2_000, 2_001, 100_000})
    void linesAreFoundHoweverTheyAreCut(int piece) {
        var exact = "x".repeat(MOST);
        var text = "one\n\ntwo\r\n" + exact + "\n" + exact + "y\n" + "z".repeat(50_000) + "\nlast";

        feed(text, piece);
        lines.finish();

        assertThat(found).containsExactly("one", "", "two", exact, "(too long)", "(too long)", "last");
    }

    @Test
    void aLastLineWithItsEndIsNoOtherLine() {
        feed("one\n", 100);
        lines.finish();

        assertThat(found).containsExactly("one");
    }

    @Test
    void aLastLineThatIsTooLongIsToldOnce() {
        feed("z".repeat(3 * MOST), 1_000);
        lines.finish();

        assertThat(found).containsExactly("(too long)");
    }

    private void feed(String text, int piece) {
        byte[] bytes = text.getBytes(UTF_8);
        for (int from = 0; from < bytes.length; from += piece)
            lines.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
    }
}
