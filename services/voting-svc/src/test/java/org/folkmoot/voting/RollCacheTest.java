// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.EVE;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** A roll that had to make room for another is read again, and is the same. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RollCacheTest {
    @Inject
    TestClock clock;

    @Test
    void pollsTakeBallotsInTurnThoughOnlyOneFitsIntoMemory() {
        var here = Village.found(clock);
        var there = Village.found(clock);
        var poll = here.open("last");
        var other = there.open("last");
        here.cast(ANN, poll, "for").statusCode(201).body("number", equalTo(1));
        there.cast(ANN, other, "for").statusCode(201).body("number", equalTo(1));

        here.leave(3, BEN);

        refused(there.cast(EVE, other, "for"), 403, "not-on-roll");
        here.cast(BEN, poll, "for").statusCode(201).body("number", equalTo(2));
        there.cast(BEN, other, "against").statusCode(201).body("number", equalTo(2));
        here.cast(ANN, poll, "against").statusCode(201).body("number", equalTo(3));
    }
}
