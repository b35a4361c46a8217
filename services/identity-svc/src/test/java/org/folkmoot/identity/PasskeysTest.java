// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

/** The registration that W3C Web Authentication level 3 publishes for an ES256 credential with no attestation. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PasskeysTest {
    private static final Person ANNA = Person.named("anna");
    private static final String ATTESTATION = "a363666d74646e6f6e656761747453746d74a068617574684461746158a4bfabc37432"
            + "958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b559000000008446ccb9ab1db374750b2367ff6f3a1f0020"
            + "f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4a5010203262001215820afefa16f97ca9b2d"
            + "23eb86ccb64098d20db90856062eb249c33a9b672f26df61225820930a56b87a2fca66334b03458abf879717c12cc68ed732"
            + "90af2e2664796b9220";
    private static final String CLIENT_DATA = "7b2274797065223a22776562617574686e2e637265617465222c226368616c6c656e67"
            + "65223a22414d4d507434557878475453746e63647134313759447742466938767049612d7077386f4f755657345441222c22"
            + "6f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73734f726967696e223a66616c73652c"
            + "22657874726144617461223a22636c69656e74446174614a534f4e206d617920626520657874656e64656420776974682061"
            + "64646974696f6e616c206669656c647320696e20746865206675747572652c207375636820617320746869733a20426b5165"
            + "446a646354427258426941774a544c453551227d";
    private static final String CHALLENGE = "00c30fb78531c464d2b6771dab8d7b603c01162f2fa486bea70f283ae556e130";

    @Test
    void theKeyOfThePublishedRegistration() {
        var community = founded("Passkeys", "https://example.org", "example.org", false);

        read(community, Map.of())
                .statusCode(200)
                .body(
                        "key",
                        equalTo(new PublicKey(HexFormat.of()
                                        .parseHex("02afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61"))
                                .did()));
    }

    @Test
    void aRegistrationIsOfThisPlaceForThisChallenge() {
        refused(read(founded("Recognised", "https://example.org", "example.org", true), Map.of()), "userVerified");
        refused(read(founded("Elsewhere", "https://www.example.org", "example.org", false), Map.of()), "origin");
        refused(read(founded("Place", "https://moot.example.com", "example.com", false), Map.of()), "rpIdHash");
        refused(read(Api.founded("No passkeys", ANNA), Map.of()), "rpIdHash");
        var community = founded("Challenge", "https://example.org", "example.org", false);
        refused(read(community, Map.of("challenge", base64(new byte[32]))), "challenge");
        refused(read(community, Map.of("attestationObject", base64(new byte[9]))), "attestationObject");
        refused(
                read(
                        community,
                        Map.of(
                                "clientDataJSON",
                                base64(new String(HexFormat.of().parseHex(CLIENT_DATA), UTF_8)
                                        .replace("webauthn.create", "webauthn.get")
                                        .getBytes(UTF_8)))),
                "type");
        problem(read(community, Map.of("challenge", "%")), 400, "request-invalid");
        problem(read(community, Map.of("attestationObject", "A".repeat(16 * 1024 + 1))), 400, "request-invalid");
        problem(read(Hash.ZERO, Map.of()), 404, "community-unknown");
        problem(Api.post("/v1/communities/" + community + "/passkeys", new byte[] {'{'}), 400, "request-malformed");
    }

    private static Hash founded(String name, String origin, String rpId, boolean recognised) {
        var passkeys = Map.of("origins", List.of(origin), "rpIds", List.of(rpId), "userVerification", recognised);
        return Api.founded(ANNA, name, Rules.with(Rules.of(name), "passkeys", passkeys));
    }

    private static ValidatableResponse read(Hash community, Map<String, String> changes) {
        var request = new TreeMap<>(Map.of(
                "attestationObject", base64(HexFormat.of().parseHex(ATTESTATION)),
                "clientDataJSON", base64(HexFormat.of().parseHex(CLIENT_DATA)),
                "challenge", base64(HexFormat.of().parseHex(CHALLENGE))));
        request.putAll(changes);
        return Api.post(
                "/v1/communities/" + community + "/passkeys",
                Json.object(request).canonical());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void refused(ValidatableResponse answer, String field) {
        problem(answer, 422, "passkey-refused").body("field", equalTo(field));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
