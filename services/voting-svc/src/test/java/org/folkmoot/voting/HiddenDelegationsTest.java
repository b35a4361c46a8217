// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.folkmoot.contracts.DelegationHiddenV1;
import org.folkmoot.contracts.DelegationMadeV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was made where it was each one's own business stays so, whatever is amended before and after. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HiddenDelegationsTest {
    private static final String COMMONS = "delegation: { delegates: 3, lasts: P365D";
    private static final String LEAVING = "changes: recount, delegation: {}";

    @Inject
    TestClock clock;

    private Village village;
    private Village amended;
    private DelegationActs acts;
    private Hash poll = Hash.ZERO;

    /** A poll that was opened where everybody may know, and then nobody else may. */
    @BeforeEach
    void hide() {
        village = Village.found(clock).heard();
        amended = village;
        acts = new DelegationActs(village);
        poll = new Polling(village).open("parks").id();
        village.cast(ANN, poll, "for").statusCode(201);
        acts.set(CAT, "commons", ANN).statusCode(201);
        share(CAT).body("delegation", notNullValue());

        amended = village.amend(
                text -> text.replace(COMMONS, COMMONS + ", visible: private").replace(LEAVING, "changes: recount"));
        Village.await(() -> acts.set(CAT, "leaving", ANN).body("type", endsWith("no-delegation")));
        acts.set(BEN, "commons", ANN).statusCode(201);
    }

    @Test
    void aPollThatIsOpenShowsItToNobodyElse() {
        share(BEN).body("delegation", nullValue());
        share(CAT).body("delegation", nullValue());
    }

    @Test
    void whereEverybodyMayKnowAgainItIsNotShown() {
        showAgain();

        list().body("items.findAll { it.body == 'commons' }.principal", contains(id(CAT)));
        share(BEN).body("delegation", nullValue());
        share(CAT).body("delegation", nullValue());
    }

    @Test
    void whoEndsItTellsNobodyThatItWas() {
        showAgain();

        acts.end(BEN, "commons", Map.of()).statusCode(201);

        var community = village.community().hex();
        Village.await(() ->
                assertThat(News.about(community, DelegationHiddenV1.class)).hasSize(2));
        assertThat(News.about(community, DelegationMadeV1.class))
                .extracting(DelegationMadeV1::member)
                .doesNotContain(id(BEN));
    }

    /** Its hash is told to all, so the act is not there for whoever asks by it, not even when everybody may know again. */
    @Test
    void nobodyElseReadsWhatWasSigned() {
        var community = village.community().hex();
        Village.await(() ->
                assertThat(News.about(community, DelegationHiddenV1.class)).hasSize(1));
        var signed = News.about(community, DelegationHiddenV1.class);

        act(signed.getFirst().act()).statusCode(404).body("type", endsWith("act-unknown"));
        showAgain();
        act(signed.getFirst().act()).statusCode(404).body("type", endsWith("act-unknown"));
    }

    private static ValidatableResponse act(String act) {
        return given().get("/v1/acts/" + act).then();
    }

    private void showAgain() {
        amended = amended.amend(text -> text);
        Village.await(() -> acts.set(CAT, "leaving", ANN).statusCode(201));
    }

    private ValidatableResponse list() {
        return given().get("/v1/communities/" + village.community() + "/delegations?delegate=" + id(ANN))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse share(Person member) {
        return new Polling(village).share(poll, member);
    }

    private String id(Person person) {
        return person.in(village.community()).hex();
    }
}
