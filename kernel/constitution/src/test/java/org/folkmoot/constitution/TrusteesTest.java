// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trustees as a constitution names them, and the room that a sealed choice takes. */
class TrusteesTest {
    @Test
    void theirKeyIsComputedFromTheirCertificate() {
        var constitution = Constitution.read(
                SealedSamples.with("true", "true", SealedSamples.trustees(2, 3)).getBytes(UTF_8));

        var trustees = constitution.trustees().orElseThrow();

        assertThat(trustees.key().orElseThrow().quorum()).isEqualTo(2);
        assertThat(trustees.key().orElseThrow().trustees()).isEqualTo(3);
    }

    @Test
    void aChamberSaysThatItsBallotsAreSealed() {
        var constitution =
                Constitution.read(SealedSamples.with("true", "true", "").getBytes(UTF_8));

        assertThat(constitution.policies().getFirst().first().main().sealed()).isTrue();
    }

    @Test
    void ballotsAreReadableByEverybodyUnlessItIsSaid() {
        assertThat(Samples.constitution().policies().getFirst().first().main().sealed())
                .isFalse();
    }

    /** Without options 64 bytes; an option of n letters adds n + 2 for its quotes and 32, and all is rounded up to 64. */
    @ParameterizedTest
    @CsvSource({"0, 0, 64", "1, 1, 128", "1, 30, 128", "1, 31, 192", "2, 30, 192", "2, 31, 256", "2000, 30, 32768"})
    void theRoomOfAChoiceFollowsFromTheOptions(int options, int letters, int room) {
        var question = new Question("", Collections.nCopies(options, "x".repeat(letters)));

        assertThat(Trustees.room(question)).isEqualTo(room);
    }

    @Test
    void theRoomCountsBytesAndNotLetters() {
        var question = new Question("", List.of("ü".repeat(30)));

        assertThat(Trustees.room(question)).isEqualTo(192);
    }
}
