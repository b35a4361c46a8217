// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While PostgreSQL is away no ballot is taken, none is lost, and afterwards everything goes on. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DatabaseAwayTest {
    @Inject
    TestClock clock;

    @AfterEach
    void start() {
        Backends.postgres().start();
    }

    @Test
    void aBallotIsSentAgainWhenTheDatabaseIsBack() {
        var village = Village.found(clock);
        var poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        var ballot = village.ballot(BEN, poll, "for").sign();

        Backends.postgres().kill();
        refused(post(poll, ballot), 503, "database-unavailable").header("Retry-After", notNullValue());
        Backends.postgres().start();

        Village.await(() -> post(poll, ballot).statusCode(201).body("number", equalTo(2)));
        Village.read(poll).body("accepted", equalTo(2));
    }
}
