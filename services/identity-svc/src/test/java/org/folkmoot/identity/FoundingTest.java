// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FoundingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");

    @Test
    void aCommunityBeginsWithItsFounders() {
        var rules = Rules.of("Skerry");
        var genesis = ANNA.found("Skerry", rules, BO);
        var id = Hash.of(genesis.payload());

        Api.found(genesis)
                .statusCode(201)
                .header("Location", endsWith("/v1/communities/" + id))
                .body("community", equalTo(id.hex()))
                .body("name", equalTo("Skerry"))
                .body("constitution", equalTo(Rules.read(rules).hash().hex()))
                .body("position", equalTo(1));

        Api.get(Api.members(id) + "/" + ANNA.in(id))
                .body("key", equalTo(ANNA.did()))
                .body("position", equalTo(1));
        Api.get(Api.members(id) + "/" + BO.in(id)).body("key", equalTo(BO.did()));
    }

    @Test
    void everybodyHearsOfIt() {
        var rules = Rules.of("Heard of");
        var genesis = ANNA.found("Heard of", rules, BO);
        Api.found(genesis).statusCode(201);
        var id = Hash.of(genesis.payload());

        var fact = (CommunityFoundedV1) Facts.of(id, 1).getFirst();

        assertThat(fact.name()).isEqualTo("Heard of");
        assertThat(fact.constitution()).isEqualTo(Rules.read(rules).json().canonicalText());
        assertThat(fact.act().payload()).isEqualTo(Base64.getEncoder().encodeToString(genesis.payload()));
        assertThat(fact.members())
                .containsExactly(
                        new MemberEntry(ANNA.in(id).hex(), ANNA.did()),
                        new MemberEntry(BO.in(id).hex(), BO.did()));
    }

    @Test
    void theSameGenesisAgainIsADuplicateThatNamesTheCommunity() {
        var genesis = ANNA.found("Twice", Rules.of("Twice"));
        Api.found(genesis).statusCode(201);

        Api.found(genesis)
                .statusCode(409)
                .body("type", equalTo(Api.PROBLEM + "act-duplicate"))
                .body("act", equalTo(Hash.of(genesis.payload()).hex()));
    }

    @Test
    void rulesThatCannotWorkAreRefusedWithEveryReason() {
        var rules = Rules.with(Rules.of("Broken"), "bodies", Map.of("member", Map.of("who", "true", "power", "equal")));

        refused(ANNA.found("Broken", rules), 422, "constitution-refused")
                .body("complaints.path", hasItem("/policies/0/body"))
                .body("complaints.suggestion", hasItem("member"));
    }

    @Test
    void rulesThatTheServicesDoNotRunAreRefused() {
        var deposit = Map.of("asset", "SKR", "amount", "1.00");
        var sponsors = Map.of("count", 2L, "body", "members", "within", "P7D", "deposit", deposit);
        var known = Rules.with(Rules.of("Far ahead"), "assets", Map.of("SKR", Map.of("scale", 2L)));
        var rules = Rules.withInPolicy(known, "propose", Map.of("sponsors", sponsors));

        refused(ANNA.found("Far ahead", rules), 422, "constitution-refused")
                .body("complaints[0].path", equalTo("/policies/0/propose/sponsors/deposit"))
                .body("complaints[0].reason", equalTo("A deposit of sponsors is not run by this suite yet."));
    }

    @Test
    void rulesWithAnUnknownSectionAreRefused() {
        refused(ANNA.found("Odd", Rules.with(Rules.of("Odd"), "bodiez", "?")), 422, "constitution-refused")
                .body("complaints[0].path", equalTo("/bodiez"));
    }

    @Test
    void theNameIsTheConstitutions() {
        refused(ANNA.found("Other", Rules.of("One")), 422, "name-mismatch").body("constitution", equalTo("One"));
    }

    @Test
    void whoSignsIsAFounder() {
        var genesis = genesis("Puppets", List.of(BO.did())).sign();

        refused(genesis, 422, "signer-not-founder").body("key", equalTo(ANNA.did()));
    }

    @Test
    void thereIsAFounder() {
        refused(genesis("Nobody", List.of()).sign(), 422, "founders-invalid");
    }

    @Test
    void nobodyIsAFounderTwice() {
        refused(genesis("Doubles", List.of(ANNA.did(), BO.did(), ANNA.did())).sign(), 422, "founders-invalid");
    }

    @Test
    void aFoundersKeyMustBeOneThatAllVerifiersAgreeOn() {
        for (var key : BadActs.INADMISSIBLE)
            refused(genesis("Weak", List.of(ANNA.did(), key.did())).sign(), 422, "key-invalid")
                    .body("key", equalTo(key.did()));
    }

    @Test
    void aFounderIsAKey() {
        refused(genesis("Words", List.of(ANNA.did(), "did:web:example.org")).sign(), 400, "payload-malformed");
    }

    @Test
    void theBodyHasNothingElse() {
        var founders = new ArrayList<>(List.of(ANNA.did()));

        refused(genesis("More", founders).with("president", ANNA.did()).sign(), 400, "payload-malformed")
                .body("reason", equalTo("unknown-member"));
    }

    @Test
    void badActsAreRefused() {
        BadActs.check("/v1/communities", genesis("Bad acts", List.of(ANNA.did())), false);
    }

    private static Saying genesis(String name, List<String> founders) {
        return ANNA.says(Hash.ZERO, "community.found/1")
                .with("constitution", Rules.of(name))
                .with("founders", founders)
                .with("name", name);
    }

    private static ValidatableResponse refused(Envelope genesis, int status, String type) {
        var answer = Api.found(genesis).statusCode(status).body("type", equalTo(Api.PROBLEM + type));
        Api.get("/v1/communities/" + Hash.of(genesis.payload())).statusCode(404);
        return answer;
    }
}
