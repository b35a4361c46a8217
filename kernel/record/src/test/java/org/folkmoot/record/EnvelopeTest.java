// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.folkmoot.record.Malformed.Reason.*;

import java.util.Base64;
import java.util.List;
import org.folkmoot.record.Malformed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String PAYLOAD = Base64.getEncoder().encodeToString(ActTest.PAYLOAD.getBytes(UTF_8));
    private static final String SIGNATURE =
            "uiviPckJG4ScEBJ+6WXTF2g1j/B6GQUBAEf4aaYcDfrsK2zvcjeVmdkMja2loVtb4dGQkSY4O2Kt8ovB/3gSDw==";
    private static final String JSON = json(PAYLOAD, SIGNATURE, "ed25519");

    @Test
    void anEnvelopeIsReadAndWrittenTheSame() {
        var envelope = Envelope.read(JSON.getBytes(UTF_8));

        assertThat(envelope.payload()).asString(UTF_8).isEqualTo(ActTest.PAYLOAD);
        assertThat(envelope.suite()).isEqualTo("ed25519");
        assertThat(envelope.signature()).asBase64Encoded().isEqualTo(SIGNATURE);
        assertThat(envelope.json()).asString(UTF_8).isEqualTo(JSON);
    }

    @Test
    void spacesOrderAndEscapesOfTheWrapperAreFree() {
        var pretty = " {\r\n\t\"proof\" : { \"suite\":\"ed\\u00325519\" , \"signature\": \""
                + SIGNATURE.replace("/", "\\/") + "\" },\n \"payload\"\t:\"" + PAYLOAD + "\" }\n ";

        assertThat(Envelope.read(pretty.getBytes(UTF_8))).isEqualTo(Envelope.read(JSON.getBytes(UTF_8)));
    }

    static final List<Arguments> REFUSED = List.of(
            // base64
            row(ENCODING, json(PAYLOAD.replace("e", "%"), SIGNATURE, "ed25519")),
            row(ENCODING, json(PAYLOAD.substring(1), SIGNATURE, "ed25519")),
            row(ENCODING, json(PAYLOAD + "\\n", SIGNATURE, "ed25519")),
            row(ENCODING, json("e30", SIGNATURE, "ed25519")),
            row(ENCODING, json("e31=", SIGNATURE, "ed25519")),
            row(ENCODING, json("e3==", SIGNATURE, "ed25519")),
            row(ENCODING, json("e30=e30=", SIGNATURE, "ed25519")),
            row(ENCODING, json("====", SIGNATURE, "ed25519")),
            row(ENCODING, json("å", SIGNATURE, "ed25519")),
            row(ENCODING, json(PAYLOAD, SIGNATURE.replace("==", ""), "ed25519")),
            row(ENCODING, json(PAYLOAD, SIGNATURE.replace("w==", "x=="), "ed25519")),
            row(ENCODING, json(PAYLOAD, SIGNATURE.replace('+', '-').replace('/', '_'), "ed25519")),
            // sizes
            row(VALUE, json(PAYLOAD, base64(63), "ed25519")),
            row(VALUE, json(PAYLOAD, base64(65), "ed25519")),
            row(VALUE, json(PAYLOAD, "", "ed25519")),
            row(SIZE, json(base64(60 * 1024 + 1), SIGNATURE, "ed25519")),
            row(SIZE, JSON + " ".repeat(96 * 1024)),
            // members
            row(UNKNOWN_MEMBER, JSON.replace("{\"payload\"", "{\"power\":9,\"payload\"")),
            row(UNKNOWN_MEMBER, JSON.replace("\"suite\"", "\"alg\":\"none\",\"suite\"")),
            row(MISSING_MEMBER, "{}"),
            row(MISSING_MEMBER, "{\"payload\":\"e30=\"}"),
            row(MISSING_MEMBER, "{\"payload\":\"e30=\",\"proof\":{}}"),
            row(MISSING_MEMBER, "{\"payload\":\"e30=\",\"proof\":{\"suite\":\"ed25519\"}}"),
            row(DUPLICATE_KEY, JSON.replace("{\"payload\"", "{\"payload\":\"e30=\",\"payload\"")),
            row(DUPLICATE_KEY, "{\"payload\":\"e30=\",\"proof\":{},\"payload\":\"e30=\"}"),
            row(DUPLICATE_KEY, "{\"payload\":\"e30=\",\"proof\":{},\"p\\u0061yload\":\"e30=\"}"),
            // kinds
            row(VALUE, "[]"),
            row(VALUE, "\"\""),
            row(VALUE, "{\"payload\":1,\"proof\":{\"signature\":\"\",\"suite\":\"ed25519\"}}"),
            row(VALUE, "{\"payload\":\"e30=\",\"proof\":[]}"),
            row(VALUE, "{\"payload\":\"e30=\",\"proof\":{\"signature\":\"\",\"suite\":1}}"),
            row(NULL, "{\"payload\":null,\"proof\":{}}"),
            // no JSON
            row(SYNTAX, ""),
            row(SYNTAX, " "),
            row(SYNTAX, JSON + "x"),
            row(SYNTAX, JSON + JSON),
            row(SYNTAX, JSON.substring(1)),
            row(ENCODING, "\ufeff" + JSON),
            row(DEPTH, "[".repeat(90_000)));

    private static Arguments row(Reason reason, String json) {
        return Arguments.of(reason, json);
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void anythingElseIsRefusedWithItsReason(Reason reason, String json) {
        var refusal = catchThrowableOfType(Malformed.class, () -> Envelope.read(json.getBytes(UTF_8)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "Ed25519", "ED25519", "ed25519ph", "eip191", "es256"})
    void aSuiteThatNobodyHereCanCheckIsRefused(String suite) {
        assertThatThrownBy(() -> Envelope.read(json(PAYLOAD, SIGNATURE, suite).getBytes(UTF_8)))
                .isInstanceOf(UnsupportedSuite.class);
    }

    @Test
    void theLargestPayloadFits() {
        var json = json(base64(60 * 1024), SIGNATURE, "ed25519");

        assertThat(Envelope.read(json.getBytes(UTF_8)).payload()).hasSize(60 * 1024);
    }

    @Test
    void anEnvelopeCannotBeChangedFromOutside() {
        var payload = new byte[] {1, 2, 3};
        var signature = new byte[64];
        var envelope = new Envelope(payload, "ed25519", signature);

        payload[0] = 9;
        signature[0] = 9;
        envelope.payload()[1] = 9;
        envelope.signature()[1] = 9;

        assertThat(envelope).isEqualTo(new Envelope(new byte[] {1, 2, 3}, "ed25519", new byte[64]));
    }

    private static String base64(int size) {
        return Base64.getEncoder().encodeToString(new byte[size]);
    }

    private static String json(String payload, String signature, String suite) {
        return "{\"payload\":\"%s\",\"proof\":{\"signature\":\"%s\",\"suite\":\"%s\"}}"
                .formatted(payload, signature, suite);
    }
}
