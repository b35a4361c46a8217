// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.SealedPoll.refused;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import org.folkmoot.contracts.SharesGivenV1;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.Shares;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a quorum of trustees opens what is sealed: with the right shares, once, and not before the close. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedSharesTest {
    @Inject
    TestClock clock;

    private SealedPoll poll;

    @BeforeEach
    void open() {
        poll = SealedPoll.open(clock, "sealed");
    }

    /** Hostile input 34: shares before the close. */
    @Test
    void nobodyOpensAnythingBeforeTheClose() {
        poll.castAll();

        refused(poll.give(1), 409, "not-unsealing");
    }

    /** Hostile input 34: one trustee less than a quorum. */
    @Test
    void oneTrusteeAloneOpensNothing() {
        poll.castAll();
        poll.close();
        poll.give(2).statusCode(201);
        clock.pass(Duration.ofDays(30));
        new Polling(poll.village()).awaitTurn();

        read(poll.id()).body("state", equalTo("unsealing"));
        poll.ballots().body("items[0].sealed", nullValue());
    }

    /** Hostile input 34: the same trustee twice. */
    @Test
    void aTrusteeCountsOnce() {
        poll.castAll();
        poll.close();
        poll.give(2).statusCode(201);

        refused(poll.give(2), 409, "share-duplicate");
        read(poll.id()).body("state", equalTo("unsealing"));
    }

    /** Hostile input 34: a wrong point, points in another order, another's index, too few of them. */
    @Test
    void sharesThatDoNotOpenTheBallotsAreRefused() {
        poll.castAll();
        poll.close();
        var right = poll.trustees().shares(1, poll.id());
        var wrong = new ArrayList<>(right.points());
        wrong.set(1, Point.BASE);
        var moved = new ArrayList<>(right.points());
        moved.add(moved.removeFirst());

        refused(Trustees.give(poll.id(), new Shares(1, wrong, right.proof())), 422, "share-invalid");
        refused(Trustees.give(poll.id(), new Shares(1, moved, right.proof())), 422, "share-invalid");
        refused(Trustees.give(poll.id(), new Shares(2, right.points(), right.proof())), 422, "share-invalid");
        refused(
                Trustees.give(poll.id(), new Shares(1, right.points().subList(1, 3), right.proof())),
                422,
                "share-invalid");
        refused(Trustees.give(poll.id(), new Shares(4, right.points(), right.proof())), 404, "trustee-unknown");
        Trustees.give(poll.id(), right).statusCode(201);
    }

    @Test
    void sharesForAnotherPollAreRefused() {
        poll.castAll();
        poll.close();
        var heads = Trustees.heads(poll.id());
        assertThat(heads).hasSize(3);
        var other = poll.village().open("sealed");

        refused(Trustees.give(other, poll.trustees().shares(1, poll.id())), 409, "not-unsealing");
    }

    @Test
    void whatATrusteeGaveIsTold() {
        poll.castAll();
        poll.close();
        var shares = poll.trustees().shares(2, poll.id());
        Trustees.give(poll.id(), shares).statusCode(201);

        var told = News.await(poll.id().hex(), SharesGivenV1.class);

        assertThat(told.trustee()).isEqualTo(2);
        assertThat(told.of()).isEqualTo(3);
        assertThat(Base64.getDecoder().decode(told.proof())).isEqualTo(shares.proof());
        assertThat(Point.split(Base64.getDecoder().decode(told.points()))).isEqualTo(shares.points());
    }

    @Test
    void whatIsOpenIsOpenedOnce() {
        poll.castAll();
        poll.close();
        var late = poll.trustees().shares(3, poll.id());
        poll.opened();
        awaitState(poll.id(), "closed");

        refused(Trustees.give(poll.id(), late), 409, "not-unsealing");
    }
}
