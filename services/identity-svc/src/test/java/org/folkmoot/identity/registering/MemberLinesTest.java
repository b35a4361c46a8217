// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberLinesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void howTheStreamIsCutDoesNotMatter(long seed) {
        var text = "act\none\n\nthree" + "e".repeat(100_000) + "\n";
        var lines = new MemberLines(pieces(text, new Random(seed)));

        var act = lines.act(3);
        var members = lines.members(10, 200_000);

        assertThat(act).isEqualTo("act".getBytes(UTF_8));
        assertThat(members.stream().map(line -> new String(line, UTF_8)).toList())
                .isEqualTo(List.of("one", "", "three" + "e".repeat(100_000)));
        assertThat(lines.roll()).isEqualTo(Hash.of(text.substring(4).getBytes(UTF_8)));
        assertThat(lines.lines()).isEqualTo(4);
    }

    @Test
    void onlySoManyLinesAreTakenAtATime() {
        var lines = new MemberLines(stream("act\n1\n2\n3\n"));
        lines.act(10);

        assertThat(lines.members(2, 10)).hasSize(2);
        assertThat(lines.members(2, 10)).hasSize(1);
        assertThat(lines.members(2, 10)).isEmpty();
    }

    @Test
    void aLongLineIsRefusedBeforeItIsHeld() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                Arrays.fill(into, from, from + most, (byte) 'x');
                return most;
            }
        };

        assertThatThrownBy(() -> new MemberLines(endless).act(1_000))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.LineTooLong(1, 1_000)));
    }

    @Test
    void aLineThatDoesNotEndIsRefused() {
        var lines = new MemberLines(stream("act\n1\n2"));
        lines.act(10);

        assertThatThrownBy(() -> lines.members(10, 10))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.LineMalformed(3, "syntax", "the line does not end")));
    }

    @Test
    void aStreamThatBreaksIsCutOff() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> new MemberLines(broken).act(10))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.StreamCutOff(1)));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Gives a few bytes at a time, as a network does. */
    private static InputStream pieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, 1 + random.nextInt(5_000)));
            }
        };
    }
}
