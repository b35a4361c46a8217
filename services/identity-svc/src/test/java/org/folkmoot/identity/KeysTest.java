// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.RoleRevokedV1;
import org.folkmoot.platform.web.Cursor;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.StrictJson;
import org.folkmoot.record.WalletKey;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class KeysTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person CLEO = Person.named("cleo");
    private static final String ORIGIN = "https://moot.example.org";
    private static final Map<String, Object> PASSKEYS =
            Map.of("origins", List.of(ORIGIN), "rpIds", List.of("example.org"));
    private static final Random RANDOM = new Random(41);

    @Test
    void aMemberSignsWithAWalletAndAPasskeyToo() {
        var community = Api.founded(ANNA, "More keys", Rules.with(Rules.of("More keys"), "passkeys", PASSKEYS));
        var wallet = WalletKey.generate(RANDOM);
        var passkey = PasskeyKey.generate(RANDOM, ORIGIN, "example.org");

        add(community, ANNA, wallet).statusCode(201).body("keys", hasSize(2));
        add(community, ANNA, passkey).statusCode(201).body("keys", hasSize(3));

        for (SigningKey key : List.of(wallet, passkey)) {
            var newcomer = Person.named("by " + key.publicKey().did());
            Api.post(
                            Api.members(community),
                            Saying.of(key, community, "member.add/1")
                                    .as(ANNA.in(community))
                                    .with("key", newcomer.did())
                                    .sign()
                                    .json())
                    .statusCode(201);
        }
        var fact = (KeysChangedV1) Facts.of(community, 2).get(1);
        assertThat(fact.added()).containsExactly(wallet.publicKey().did());
        assertThat(fact.member()).isEqualTo(ANNA.in(community).hex());
    }

    @Test
    void aRevokedKeySignsNothingAnyMoreAndStaysRevoked() {
        var community = Api.founded("Revoked", ANNA, BO);
        var second = SecretKey.generate(RANDOM);
        add(community, ANNA, second).statusCode(201);

        revoke(community, Saying.of(second, community, "key.revoke/1").as(ANNA.in(community)), ANNA.did())
                .statusCode(201)
                .body("keys[0].to", equalTo(3));

        problem(Api.add(community, ANNA.add(community, CLEO)), 422, "key-not-valid");
        problem(add(community, BO, ANNA.key()), 409, "key-taken");
        problem(Api.add(community, BO.add(community, new Person(second))), 409, "key-taken");
        problem(Api.register(community, BO.register(community, List.of(CLEO, new Person(second)))), 409, "key-taken")
                .body("line", equalTo(3));
        problem(Api.join(community, new Person(second)), 409, "key-taken");
        Api.post(
                        Api.members(community),
                        Saying.of(second, community, "member.add/1")
                                .as(ANNA.in(community))
                                .with("key", CLEO.did())
                                .sign()
                                .json())
                .statusCode(201);
        problem(
                revoke(
                        community,
                        Saying.of(second, community, "key.revoke/1").as(ANNA.in(community)),
                        second.publicKey().did()),
                409,
                "last-key");
    }

    @Test
    void aCompromisedKeySignsNoMoreAndItsOwnerSaysSinceWhen() {
        var community = Api.founded("Compromised", ANNA, BO);
        var second = SecretKey.generate(RANDOM);
        problem(compromised(community, ANNA.key(), ANNA.did(), "2026-01-01T00:00:00.000Z"), 409, "last-key");
        add(community, ANNA, second).statusCode(201);

        compromised(community, second, ANNA.did(), "2026-01-01T00:00:00.000Z")
                .statusCode(201)
                .body("keys[0].to", equalTo(3))
                .body("compromised[0].key", equalTo(ANNA.did()))
                .body("compromised[0].since", equalTo("2026-01-01T00:00:00.000Z"));

        problem(Api.add(community, ANNA.add(community, CLEO)), 422, "key-not-valid");
        problem(compromised(community, second, ANNA.did(), "2025-01-01T00:00:00.000Z"), 409, "already-compromised");
        problem(compromised(community, second, BO.did(), "2026-01-01T00:00:00.000Z"), 422, "key-not-held");
        problem(
                compromised(community, second, second.publicKey().did(), "2999-01-01T00:00:00.000Z"),
                422,
                "words-invalid");
        problem(compromised(community, second, second.publicKey().did(), "today"), 400, "payload-malformed");
        assertThat(((KeysChangedV1) Facts.of(community, 3).get(2)).revoked()).containsExactly(ANNA.did());
        var member = ANNA.in(community);
        Api.export(community, Saying.of(second, community, "personal.export/1").as(member), member)
                .statusCode(201)
                .body("tables.compromisedKeys", hasSize(1))
                .body("tables.ends", hasSize(0));
    }

    @Test
    void nobodyIsAdmittedWithAKeyThatSomebodyElseHasByThen() {
        var vouching = Map.of("model", "vouching", "vouches", 1);
        var community = Api.founded(ANNA, "Key taken", Rules.with(Rules.of("Key taken"), "admission", vouching));
        var cleo = Person.named("cleo");
        Api.join(community, cleo).statusCode(201).body("state", equalTo("open"));
        add(community, ANNA, cleo.key()).statusCode(201);

        Api.speak(community, cleo, "vouches", Api.vouch(community, ANNA, cleo))
                .statusCode(201)
                .body("state", equalTo("refused"))
                .body("words", equalTo("The key is another member's by now."));
        Api.get(Api.members(community) + "/" + cleo.in(community)).statusCode(404);
    }

    private static ValidatableResponse compromised(Hash community, SecretKey signer, String key, String since) {
        var member = ANNA.in(community);
        return Api.post(
                keys(community, ANNA) + "/compromises",
                Saying.of(signer, community, "key.compromise/1")
                        .as(member)
                        .about(member)
                        .with("key", key)
                        .with("since", since)
                        .sign()
                        .json());
    }

    @Test
    void aKeyIsAddedOnlyWithItsConsentAndOnlyToOne() {
        var community = Api.founded("Consent", ANNA, BO);
        var other = SecretKey.generate(RANDOM);
        var member = ANNA.in(community);

        problem(addWith(community, ANNA, consent(community, BO.in(community), other)), 422, "consent-invalid");
        problem(
                addWith(
                        community,
                        ANNA,
                        Saying.of(other, community, "key.take/1").as(member).about(member)),
                422,
                "consent-invalid");
        problem(add(community, ANNA, BO.key()), 409, "key-taken");
        problem(add(community, ANNA, ANNA.key()), 409, "key-taken");
        add(community, ANNA, other).statusCode(201);
        problem(add(community, BO, other), 409, "key-taken");
        problem(
                Api.post(
                        keys(community, ANNA),
                        adding(community, BO, other).about(member).sign().json()),
                403,
                "not-oneself");
    }

    @Test
    void aPasskeyAtAPlaceThatTheConstitutionDoesNotNameIsRefused() {
        var community = Api.founded(ANNA, "Places", Rules.with(Rules.of("Places"), "passkeys", PASSKEYS));
        var elsewhere = PasskeyKey.generate(RANDOM, "https://moot.example.com", "example.com");
        var without = Api.founded("No passkeys", ANNA);
        var passkey = PasskeyKey.generate(RANDOM, ORIGIN, "example.org");

        problem(add(community, ANNA, elsewhere), 422, "passkey-refused").body("field", equalTo("origin"));
        problem(add(without, ANNA, passkey), 422, "passkey-refused");
        problem(
                Api.post(
                        Api.applicants(without),
                        Saying.of(passkey, without, "member.join/1").sign().json()),
                422,
                "passkey-refused");
    }

    @Test
    void rolesAreGivenByDecisionForATerm() {
        var roles = Map.of("notary", Map.of("term", "P365D"));
        var community = Api.founded(ANNA, "Roles", Rules.with(Rules.of("Roles"), "roles", roles));
        var member = ANNA.in(community).hex();
        var grant = Orders.tell(community, Map.of("type", "role.grant", "member", member, "role", "notary"));
        var granted = (RoleGrantedV1) Facts.of(community, 2).get(1);

        assertThat(granted.role()).isEqualTo("notary");
        assertThat(granted.until()).isEqualTo(granted.grantedAt().plusSeconds(365L * 24 * 3600));
        assertThat(granted.cause()).isEqualTo(grant.enactment());
        var path = Api.members(community) + "/" + member + "/roles";
        Api.get(path).statusCode(200).body("roles[0].role", equalTo("notary"));

        Orders.tell(community, Map.of("type", "role.revoke", "member", member, "role", "notary"));
        assertThat(Facts.of(community, 4).get(3)).isInstanceOf(RoleRevokedV1.class);
        Api.get(path).statusCode(200).body("roles", hasSize(0));
    }

    @Test
    void badActsAreRefused() {
        var community = Api.founded("Bad keys", ANNA);

        BadActs.check(
                keys(community, ANNA),
                adding(community, ANNA, SecretKey.generate(RANDOM)),
                false,
                new BadActs.Stranger(403, "not-oneself"));
    }

    /** None is missing, however many there are, and whatever the page's size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void whatChangedKeysIsReadPageByPage(int limit) {
        var community = Api.founded("Paged " + limit, ANNA, BO);
        for (var more = 0; more < 3; more++)
            add(community, ANNA, SecretKey.generate(RANDOM)).statusCode(201);
        var all = Api.get(keys(community, ANNA) + "/acts").extract().<List<String>>path("acts.act");

        var read = new ArrayList<String>();
        var after = "";
        do {
            var page = Api.get(keys(community, ANNA) + "/acts?limit=" + limit + after)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("acts")).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.getList("acts.act"));
            after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());

        assertThat(read).hasSize(3).isEqualTo(all);
    }

    @Test
    void anActThatChangedNoKeyHasNothingBehindIt() {
        var community = Api.founded("Nothing behind", ANNA, BO);
        add(community, ANNA, SecretKey.generate(RANDOM)).statusCode(201);

        Api.get(keys(community, ANNA) + "/acts?after=" + Cursor.after(Hash.ZERO.hex()))
                .statusCode(200)
                .body("acts", empty());
        problem(Api.get(keys(community, ANNA) + "/acts?after=zz"), 400, "cursor-malformed");
        Api.get(keys(community, ANNA) + "/acts?limit=201").statusCode(400);
    }

    private static ValidatableResponse add(Hash community, Person member, SigningKey key) {
        return addWith(community, member, consent(community, member.in(community), key));
    }

    private static ValidatableResponse addWith(Hash community, Person member, Saying consent) {
        return Api.post(
                keys(community, member),
                member.says(community, "key.add/1")
                        .about(member.in(community))
                        .with("consent", StrictJson.parse(consent.sign().json(), 96 * 1024))
                        .sign()
                        .json());
    }

    private static Saying adding(Hash community, Person member, SigningKey key) {
        return member.says(community, "key.add/1")
                .about(member.in(community))
                .with(
                        "consent",
                        StrictJson.parse(
                                consent(community, member.in(community), key)
                                        .sign()
                                        .json(),
                                96 * 1024));
    }

    private static Saying consent(Hash community, Hash member, SigningKey key) {
        return Saying.of(key, community, "key.accept/1").as(member).about(member);
    }

    private static ValidatableResponse revoke(Hash community, Saying saying, String key) {
        return Api.post(
                keys(community, ANNA) + "/revocations",
                saying.about(ANNA.in(community)).with("key", key).sign().json());
    }

    private static String keys(Hash community, Person member) {
        return Api.members(community) + "/" + member.in(community) + "/keys";
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
