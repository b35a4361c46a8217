// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.folkmoot.constitution.OpeningFile;
import org.junit.jupiter.api.Test;

/** A file that comes in is read twice, and one that comes too slowly is given up. */
class SpooledFileTest {
    private static final byte[] FILE = "account,asset,amount\ntreasury,SKR,1.00\n".getBytes(UTF_8);

    @Test
    void whatCameInIsReadAgain() {
        var rows = new ArrayList<OpeningFile.Row>();

        try (var file = SpooledFile.take(new ByteArrayInputStream(FILE), Optional.empty())) {
            file.each(rows::add);
            assertThat(file.found().isRight()).isTrue();
        }

        assertThat(rows).containsExactly(new OpeningFile.Row("treasury", "SKR", "1.00"));
    }

    @Test
    void whatTricklesInIsGivenUp() {
        assertThatThrownBy(() -> SpooledFile.take(new Trickle(), Optional.empty(), Duration.ofMillis(20)))
                .isInstanceOf(OpeningRefused.class)
                .hasMessageContaining("OpeningSlow");
    }

    /** One byte after the other, for ever. */
    private static final class Trickle extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            bytes[from] = 'x';
            return 1;
        }
    }
}
