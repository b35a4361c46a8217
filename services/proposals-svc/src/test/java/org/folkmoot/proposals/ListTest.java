// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static io.restassured.RestAssured.given;
import static org.folkmoot.proposals.Town.ANN;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of proposals: by state, and page by page. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ListTest {
    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void aProposalIsListedUnderTheStateOfThisInstant() {
        var proposal = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
        var vote = Vote.on(proposal);
        News.tell(Topics.VOTING, vote.opened(clock.instant()));
        town.awaitState(proposal, "delayed");

        clock.reach(vote.opensAt());

        given().queryParam("state", "voting")
                .get(town.draftsPath())
                .then()
                .statusCode(200)
                .body("items.proposal", contains(proposal))
                .body("items[0].state", equalTo("voting"))
                .body("next", nullValue());
        given().queryParam("state", "delayed").get(town.draftsPath()).then().body("items.size()", equalTo(0));
    }

    @Test
    void theListIsReadPageByPageTheNewestFirst() {
        var first = town.drafted(ANN, "First", List.of());
        var second = town.drafted(ANN, "Second", List.of());
        var third = town.drafted(ANN, "Third", List.of());

        var page = given().queryParam("limit", 2).get(town.draftsPath()).then().statusCode(200);
        String next =
                page.body("items.proposal", contains(third, second)).extract().path("next");

        given().queryParam("limit", 2)
                .queryParam("after", next)
                .get(town.draftsPath())
                .then()
                .body("items.proposal", contains(first))
                .body("next", nullValue());
    }
}
