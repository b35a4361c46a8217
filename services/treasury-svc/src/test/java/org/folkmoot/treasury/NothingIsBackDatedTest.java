// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody says of when it happened or was decided, it stands in the journal behind all else, and at the ledger's time. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class NothingIsBackDatedTest {
    private static final Person ANN = Person.named("Ann");

    private Outsiders place = Outsiders.planned();
    private Instant begun = Instant.EPOCH;

    @BeforeEach
    void found() {
        place = Outsiders.found();
        begun = Clock.systemUTC().instant();
    }

    @Test
    void whatWasDecidedAWhileAgoIsPostedNow() {
        var before = statement("school", "SKR");

        Decision.in(place.town()).enact(1, transfer("school", "harbour", "1.00"));

        expectAddedNow(before, statement("school", "SKR"));
        heldAsEver("school", "SKR", "200.00");
    }

    @Test
    void whatCameInFromOutsideIsPostedWhenEnoughHaveSaidSo() {
        var said = Outsiders.deposit("17", "250.00");
        assertThat(Instant.parse((String) said.getOrDefault("at", ""))).isBefore(begun);

        place.deposited("17", "250.00");

        expectAddedNow(List.of(), statement("treasury", "EUR"));
        heldAsEver("treasury", "EUR", "0.00");
    }

    @Test
    void nobodyCanSayADay() {
        var late = Decision.with(transfer("school", "harbour", "1.00"), "at", "2020-01-01T00:00:00.000Z");
        Decision.in(place.town()).enact(1, transfer("school", "harbour", "1.00"));
        var decision = Decision.in(place.town());
        News.tell(Topics.PROPOSALS, decision.due(1, late));
        News.awaitDead(Topics.PROPOSALS, decision.enactment(1));

        var leg = Map.of("to", "harbour", "asset", "SKR", "amount", "1.00", "at", "2020-01-01T00:00:00.000Z");
        new Purse(place.town())
                .send(ANN.says(place.town().community(), "payment.make/1")
                        .with("id", "one")
                        .with("legs", List.of(leg))
                        .sign()
                        .json())
                .statusCode(400)
                .body("type", equalTo("urn:folkmoot:problem:payload-malformed"));
        place.town().expectBalance("school", "199.00");
    }

    private void expectAddedNow(List<Map<String, Object>> before, List<Map<String, Object>> after) {
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(Instant.parse(String.valueOf(after.getLast().get("at")))).isAfterOrEqualTo(begun.minusMillis(1));
    }

    private List<Map<String, Object>> statement(String account, String asset) {
        var found =
                place.town().get("/statements/" + account + "?asset=" + asset).extract();
        List<Map<String, Object>> items = found.statusCode() == 200 ? found.path("items") : List.of();
        return items;
    }

    private void heldAsEver(String account, String asset, String balance) {
        place.town()
                .get("/balances/" + account + "?at=" + begun.minusMillis(1))
                .statusCode(200)
                .body("findAll { it.asset == '" + asset + "' }.balance", contains(balance));
    }
}
