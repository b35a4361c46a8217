// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Lots.one;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.DrawRoundOpenedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An action that asks for a draw opens one, or is told why it does not; each is answered once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DrawOrdersTest {
    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    private Lots lots;

    @BeforeEach
    void found() {
        lots = Lots.found(clock, membership);
    }

    static List<Arguments> hopeless() {
        return List.of(
                Arguments.of(one("seats", 4L), "no-panel"),
                Arguments.of(one("quotas", Map.of("standing", Map.of("nobody", List.of(1L, 1L)))), "no-panel"),
                Arguments.of(
                        one(
                                "quotas",
                                Map.of("standing", Map.of("founders", List.of(0L, 1L), "settled", List.of(0L, 1L)))),
                        "quotas-overlap"),
                Arguments.of(one("from", "broken"), "pool-unknown"),
                Arguments.of(one("from", "nowhere"), "action-invalid"),
                Arguments.of(one("seed", Map.of("role", "juror")), "too-few-committers"),
                Arguments.of(one("seed", Map.of("role", "witness", "atLeast", 3L)), "too-few-committers"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void aDrawThatCannotBeHeldIsNotOpened(Map<String, Object> action, String reason) {
        var due = lots.ask(action);
        var later = lots.ask(one());

        assertThat(failed(due).reason()).isEqualTo(reason);
        Village.await(() -> draws().body("items.proposal", contains(later.proposal())));
    }

    @Test
    void anOrderThatComesTwiceOpensOneDraw() {
        var due = lots.due(one());
        var id = UUID.randomUUID();
        News.tell(Topics.PROPOSALS, due, id);
        News.tell(Topics.PROPOSALS, due, id);
        News.tell(Topics.PROPOSALS, due);
        var hopeless = lots.due(one("seats", 4L));
        News.tell(Topics.PROPOSALS, hopeless);
        News.tell(Topics.PROPOSALS, hopeless);
        var later = lots.ask(one());

        Village.await(() -> draws().body("items.proposal", containsInAnyOrder(due.proposal(), later.proposal())));
        var opened = draws().extract().<List<String>>path("items.draw");
        // What came last is told last: whatever else was asked for is told before it.
        for (var draw : opened) lots.round(Hash.parse(draw), 1);
        assertThat(failed(hopeless).reason()).isEqualTo("no-panel");
        assertThat(answers(hopeless)).hasSize(1);
        for (var draw : opened)
            assertThat(News.about(draw, DrawRoundOpenedV1.class)).hasSize(1);
    }

    private ValidatableResponse draws() {
        return given().get("/v1/communities/" + lots.village().community() + "/draws")
                .then();
    }

    private static ActionFailedV1 failed(EnactmentDueV1 due) {
        Village.await(() -> assertThat(answers(due)).isNotEmpty());
        return answers(due).getFirst();
    }

    private static List<ActionFailedV1> answers(EnactmentDueV1 due) {
        return News.about(due.community(), ActionFailedV1.class).stream()
                .filter(failed -> failed.enactment().equals(due.enactment()))
                .toList();
    }
}
