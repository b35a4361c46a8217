// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

/** Consents whose envelopes are in order and whose proofs are not. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ConsentsTest {
    private static final Person ANNA = Person.named("anna");
    private static final String ORIGIN = "https://moot.example.org";
    private static final Random RANDOM = new Random(43);

    @Test
    void aConsentInAWayThatIsNotKnownIsRefused() {
        var community = Api.founded("Unknown suites", ANNA);
        var consent = text(consent(community, SecretKey.generate(RANDOM)));

        refused(
                community,
                StrictJson.parse(consent.replace("\"ed25519\"", "\"rsa\"").getBytes(UTF_8)));
    }

    @Test
    void aPasskeysAnswerToAnotherConsentIsRefused() {
        var passkeys = Map.of("origins", List.of(ORIGIN), "rpIds", List.of("example.org"));
        var community = Api.founded(ANNA, "Other answers", Rules.with(Rules.of("Other answers"), "passkeys", passkeys));
        var passkey = PasskeyKey.generate(RANDOM, ORIGIN, "example.org");
        var one = parts(consent(community, passkey));
        var other = parts(consent(community, passkey));

        refused(
                community,
                Json.of(Map.of(
                        "payload", one.get("payload").orElseThrow(),
                        "proof", other.get("proof").orElseThrow())));
    }

    @Test
    void aConsentThatIsOverIsRefused() {
        var community = Api.founded("Over", ANNA);
        var consent = consent(community, SecretKey.generate(RANDOM));

        refused(community, parts(consent.until(Instant.now().minusSeconds(2))));
        adding(community, parts(consent.until(Instant.now().plusSeconds(60)))).statusCode(201);
    }

    private static void refused(Hash community, Json consent) {
        adding(community, consent).statusCode(422).body("type", equalTo(Api.PROBLEM + "consent-invalid"));
    }

    private static ValidatableResponse adding(Hash community, Json consent) {
        var member = ANNA.in(community);
        var act = ANNA.says(community, "key.add/1").about(member).with("consent", consent);
        return Api.post(
                Api.members(community) + "/" + member + "/keys", act.sign().json());
    }

    private static Saying consent(Hash community, SigningKey key) {
        var member = ANNA.in(community);
        return Saying.of(key, community, "key.accept/1").as(member).about(member);
    }

    private static String text(Saying consent) {
        return new String(consent.sign().json(), UTF_8);
    }

    private static Json.Obj parts(Saying consent) {
        return (Json.Obj) StrictJson.parse(consent.sign().json());
    }
}
