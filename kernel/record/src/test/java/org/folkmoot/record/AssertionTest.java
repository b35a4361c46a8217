// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published test vector of W3C Web Authentication level 3: an ES256 credential with no attestation. */
class AssertionTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CHALLENGE =
            HEX.parseHex("39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408");
    private static final PublicKey KEY =
            new PublicKey(HEX.parseHex("02afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61"));
    private static final byte[] SIGNATURE =
            HEX.parseHex("3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780"
                    + "218deffcd380221008480ac0f0b93538174f575bf11a1dd5d78c6e486013f937295ea13653e331e87");

    private final Assertion assertion = new Assertion(
            HEX.parseHex("bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000"),
            HEX.parseHex("7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a224f63446e556"
                    + "85158756c5455506f334a5558543049393770767a7a59425039745a63685879617630314167222c226f7269"
                    + "67696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73734f726967696e223a66616"
                    + "c73657d"),
            SIGNATURE);

    @Test
    void theKeyProvesItsAnswer() {
        for (var verifier : List.of(new BouncyVerifier(), Ed25519.fastest()))
            assertThat(assertion.proves(KEY, CHALLENGE, verifier))
                    .as(verifier.name())
                    .isTrue();
    }

    @Test
    void itWasGivenAtExampleOrgWithoutRecognisingThePerson() {
        var anyone = new PasskeyRules(List.of("https://example.org"), List.of("example.org"), false);
        var recognised = new PasskeyRules(List.of("https://example.org"), List.of("example.org"), true);

        assertion.check(anyone);
        assertThatThrownBy(() -> assertion.check(recognised)).hasMessageContaining("userVerified");
    }

    @Test
    void aBitMoreAndItProvesNothing() {
        var other = SIGNATURE.clone();
        other[other.length - 1] ^= 1;
        var changed = new Assertion(assertion.authenticatorData(), assertion.clientData(), other);

        assertThat(changed.proves(KEY, CHALLENGE, new BouncyVerifier())).isFalse();
    }
}
