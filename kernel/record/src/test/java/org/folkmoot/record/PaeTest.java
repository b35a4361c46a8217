// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaeTest {
    /** The test vector of the DSSE protocol. */
    @Test
    void thePublishedPairIsEncodedAsPublished() {
        var encoded = Pae.encode("http://example.com/HelloWorld", "hello world".getBytes(UTF_8));

        assertThat(encoded).asString(UTF_8).isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void lengthsCountBytes() {
        assertThat(Pae.encode("text/sm\u00f6r", "\u20ac".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("DSSEv1 10 text/sm\u00f6r 3 \u20ac");
    }

    @Test
    void nothingIsSignedAsLengthZero() {
        assertThat(Pae.encode("", new byte[0])).asString(UTF_8).isEqualTo("DSSEv1 0  0 ");
    }

    @Test
    void movingTheBorderBetweenTypeAndBodyChangesTheBytes() {
        assertThat(Pae.encode("a", "1 b".getBytes(UTF_8))).isNotEqualTo(Pae.encode("a 1", "b".getBytes(UTF_8)));
    }
}
