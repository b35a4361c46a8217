// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published sessions of COCKTAIL(P-256, SHA-256) without an extension: 2 of 3, 3 of 5, 7 of 14. The encrypted shares are
 * not compared: those that were published do not open by the text of the specification.
 */
class CocktailVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The sessions without an extension, which no ceremony here has. */
    static Stream<JsonNode> sessions() throws Exception {
        var root = new ObjectMapper().readTree(SharedCases.text("crypto/cocktail-dkg/p256-sha256.json"));
        return stream(root.get("vectors"))
                .filter(vector -> vector.get("extension").asText().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyMessageIsBoundToThePublishedContext(JsonNode vector) {
        assertThat(HEX.formatHex(ceremony(vector).context()))
                .isEqualTo(vector.get("context").asText());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theKeyIsThePublishedOne(JsonNode vector) {
        var key = ceremony(vector).key(deals(vector));

        assertThat(key.key()).hasToString(vector.get("group_public_key").asText());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theLastPublishedSharesOfAQuorumMakeTheKey(JsonNode vector) {
        var shares = texts(vector.get("round2"), "secret_share").stream()
                .map(share -> Scalars.decode(HEX.parseHex(share)))
                .toList();
        var places = IntStream.rangeClosed(shares.size() - vector.get("t").asInt() + 1, shares.size())
                .boxed()
                .toList();

        var secret = places.stream()
                .map(place -> shares.get(place - 1).multiply(Polynomial.lagrange(place, places)))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(Scalars.ORDER);

        assertThat(Point.base(secret))
                .hasToString(vector.get("group_public_key").asText());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void thePublicSideOfEveryShareIsThePublishedOne(JsonNode vector) {
        var key = ceremony(vector).key(deals(vector));

        var shares = new ArrayList<String>();
        for (int i = 1; i <= key.trustees(); i++) shares.add(key.share(i).toString());

        assertThat(shares).isEqualTo(texts(vector.get("round2"), "verification_share"));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyTrusteeSignsAsPublished(JsonNode vector) {
        var ceremony = ceremony(vector);
        var deals = deals(vector);

        var signatures = secrets(vector).stream()
                .map(secret -> HEX.formatHex(ceremony.sign(secret, deals)))
                .toList();

        assertThat(signatures).isEqualTo(texts(vector.get("round3").get("signatures"), "signature"));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theCertificateOfAPublishedSessionGivesItsKey(JsonNode vector) {
        var ceremony = ceremony(vector);
        var deals = deals(vector);
        var signatures = stream(vector.get("round3").get("signatures"))
                .map(signature -> bytes(signature.get("signature")))
                .toList();

        var key = Certificate.key(ceremony, Certificate.of(ceremony, deals, signatures));

        assertThat(key.key()).hasToString(vector.get("group_public_key").asText());
    }

    private static Ceremony ceremony(JsonNode vector) {
        var session = new String(bytes(vector.get("session_tag")), UTF_8);
        var keys = stream(vector.get("config").get("static_public_keys"))
                .map(key -> Point.decode(bytes(key)))
                .toList();
        return new Ceremony(session, vector.get("t").asInt(), keys);
    }

    private static List<BigInteger> secrets(JsonNode vector) {
        return stream(vector.get("config").get("static_secret_keys"))
                .map(key -> Scalars.decode(bytes(key)))
                .toList();
    }

    private static List<Deal> deals(JsonNode vector) {
        return stream(vector.get("round1"))
                .map(round -> new Deal(
                        stream(round.get("vss_commitment"))
                                .map(point -> Point.decode(bytes(point)))
                                .toList(),
                        bytes(round.get("pop")),
                        Point.decode(bytes(round.get("ephemeral_public_key"))),
                        stream(round.get("encrypted_shares"))
                                .map(CocktailVectorsTest::bytes)
                                .toList()))
                .toList();
    }

    private static List<String> texts(JsonNode list, String name) {
        return stream(list).map(item -> item.get(name).asText()).toList();
    }

    private static byte[] bytes(JsonNode hex) {
        return HEX.parseHex(hex.asText());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
