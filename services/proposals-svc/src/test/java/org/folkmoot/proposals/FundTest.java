// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A poll says how much its proposal takes out of the fund, where a rule of its policy asks for it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FundTest {
    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void whatAllActionsTakeOutOfItIsAskedFor() {
        var proposal = town.submitted(
                ANN,
                "Nails and paint",
                List.of(transaction(leg(BEN, "30.00"), leg(ANN, "12.50")), transaction(leg(BEN, "0.01"))));

        var poll =
                PollDefinition.read(Vote.on(proposal).submission().definition().getBytes(UTF_8));

        assertThat(poll.asked()).contains(BigInteger.valueOf(4_251));
        assertThat(poll.balancesPosition()).isPresent();
    }

    @Test
    void whatAReversalMovesNobodyKnows() {
        var back = Map.of("type", "treasury.reverse", "transfer", "ab".repeat(32));

        post(town.draftsPath(), town.draft(ANN, "Take it back", List.of(back)).sign())
                .statusCode(422)
                .body("type", equalTo("urn:folkmoot:problem:no-policy"))
                .body("reason", containsString("what some action moves is not known before"));
    }

    private static Map<String, Object> transaction(Map<?, ?>... legs) {
        return Map.of("type", "treasury.transaction", "legs", List.of(legs));
    }

    private Map<String, Object> leg(Person to, String amount) {
        return Map.of(
                "from", "treasury", "to", "member/" + to.in(town.community()).hex(), "asset", "SKR", "amount", amount);
    }
}
