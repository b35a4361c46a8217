// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DelegationHiddenV1;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** A poll goes by the rules under which it was opened, and so does the right to take a delegation back. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EndedScopeTest {
    @Inject
    TestClock clock;

    @Test
    void whatNoRuleProvidesForAnyMoreCanBeEnded() {
        var village = Village.found(clock).heard();
        var acts = new DelegationActs(village);
        var poll = new Polling(village).open("parks");
        acts.set(BEN, "commons", ANN).statusCode(201);
        acts.set(CAT, "commons", ANN).statusCode(201);
        village.cast(ANN, poll.id(), "for").statusCode(201);

        village.amend(text -> text.replace(", delegation: { delegates: 3, lasts: P365D }", ""));
        Village.await(() -> acts.set(BEN, "commons", CAT).body("type", endsWith("no-delegation")));

        acts.end(BEN, "commons", Map.of()).statusCode(201);
        acts.end(BEN, "commons", Map.of()).statusCode(409).body("type", endsWith("delegation-idle"));
        clock.pass(Duration.ofHours(1));
        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).counts())
                .containsEntry("for", BigInteger.TWO);
        // What the rules say nothing of is nobody else's business.
        assertThat(News.await(village.community().hex(), DelegationHiddenV1.class))
                .isNotNull();
    }
}
