// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A poll is decided by third parties' policies as it is by built-in ones; where they fail, it waits and says why. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(value = PluginJars.class, restrictToAnnotatedClass = true)
class PluggedPollsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    TestClock clock;

    @Inject
    Plugins plugins;

    @Inject
    AgroalDataSource database;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(
                clock,
                usual -> usual.replace("bodies:\n", "bodies:\n  weighed: { who: \"true\", power: heavy }\n")
                        .replace(
                                "policies:\n",
                                "policies:\n"
                                        + policy(
                                                "acme",
                                                "citizens",
                                                "for-against-abstain",
                                                "majority-of-many, ballots: 3")
                                        + policy("moody", "citizens", "for-against-abstain", "moody")
                                        + policy("endless", "citizens", "for-against-abstain", "endless")
                                        + policy("heavy", "weighed", "for-against-abstain", "moody")
                                        + policy("approve", "citizens", "approve", "moody")));
    }

    @Test
    void aThirdPartysRuleDecidesAndThePollIsPinnedToItsJar() {
        var definition = definition("acme");
        var poll = opened(definition);
        village.cast(ANN, poll, "for").statusCode(201);
        village.cast(BEN, poll, "for").statusCode(201);
        village.cast(CAT, poll, "against").statusCode(201);

        clock.reach(definition.closesAt());
        var decision = News.await(poll.hex(), DecisionReachedV1.class);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.trace())
                .extracting("words")
                .containsExactly("3 ballots are enough, and 2 for is more than 1 against: passes.");
        var pin = definition.plugins().getFirst();
        read(poll)
                .body("state", equalTo("closed"))
                .body("definition.plugins.id", equalTo(List.of("majority-of-many")))
                .body("definition.plugins.version", equalTo(List.of("1.2.0")))
                .body("definition.plugins.kind", equalTo(List.of("rule")))
                .body("definition.plugins.sha256", equalTo(List.of(pin.sha256().hex())));
    }

    @Test
    void aRuleThatGivesNoVerdictLetsThePollWaitUntilItDoes() {
        var definition = definition("moody");
        var poll = opened(definition);
        village.cast(ANN, poll, "for").statusCode(201);
        village.cast(BEN, poll, "for").statusCode(201);
        clock.reach(definition.closesAt());
        await(() -> read(poll)
                .body("state", equalTo("closing"))
                .body("paused.reason", equalTo("The plugin 'moody' 0.9 failed: it gave no verdict.")));
        assertThat(News.about(poll.hex(), DecisionReachedV1.class)).isEmpty();

        PluginJars.mend("moody");
        clock.pass(MINUTE);

        assertThat(News.await(poll.hex(), DecisionReachedV1.class).outcome())
                .isEqualTo(DecisionReachedV1.Outcome.PASSED);
        read(poll).body("state", equalTo("closed")).body("paused", nullValue());
    }

    @Test
    void aRuleWithoutAnEndHoldsUpNoOtherPoll() {
        var endless = definition("endless");
        var stuck = opened(endless);
        var usual = definition("last");
        var other = opened(usual);
        village.cast(ANN, other, "for").statusCode(201);

        clock.reach(usual.closesAt());

        News.await(other.hex(), DecisionReachedV1.class);
        await(() -> read(stuck)
                .body("state", equalTo("closing"))
                .body("paused.reason", equalTo("The plugin 'endless' 0.9 failed: it gave no answer within 2 s.")));
        PluginJars.mend("endless");
    }

    @Test
    void aScaleThatFailsKeepsThePollFromOpeningAndNotForEver() {
        var definition = definition("heavy");
        var poll = definition.id();
        village.ask(definition);
        await(() -> read(poll)
                .body("state", equalTo("waiting"))
                .body(
                        "paused.reason",
                        equalTo("The plugin 'heavy' 0.9 failed: it threw IllegalStateException: no scales.")));

        PluginJars.mend("heavy");
        clock.pass(MINUTE);

        awaitState(poll, "open");
        read(poll).body("roll.power", equalTo("30")).body("paused", nullValue());
    }

    @Test
    void aPollWaitsForTheVeryJarThatItIsPinnedTo() {
        var here = definition("acme");
        var pin = here.plugins().getFirst();
        var other = here.pinnedTo(List.of(new PluginPin(pin.kind(), pin.id(), "1.1.0", Hash.ZERO)));

        village.ask(other);

        await(() -> read(other.id())
                .body("state", equalTo("waiting"))
                .body(
                        "paused.reason",
                        equalTo("The poll is pinned to the rule 'majority-of-many' 1.1.0 (sha256 "
                                + Hash.ZERO + "), but installed is version 1.2.0 (sha256 " + pin.sha256()
                                + "). It goes on when the jar that it is pinned to is in the plugins folder and the"
                                + " service was started again.")));
        clock.reach(other.closesAt());
        clock.pass(MINUTE);
        read(other.id()).body("state", equalTo("waiting"));
    }

    @Test
    void aPollThatIsNotPinnedToWhatItUsesIsRefused() {
        var definition = definition("acme").pinnedTo(List.of());

        village.ask(definition);

        awaitState(definition.id(), "refused");
        read(definition.id()).body("reason", equalTo("The poll is not pinned to the plugins that its policy uses."));
    }

    @Test
    void aServiceThatEndedWhileItAskedLetsThePollRest() throws SQLException {
        var early = village.definition("acme", Duration.ZERO);
        var definition = pinned(new PollDefinition(
                early.ballot(),
                early.revote(),
                early.body(),
                early.closesAt(),
                early.community(),
                early.constitution(),
                early.opensAt(),
                early.question(),
                early.policy(),
                early.proposal(),
                early.rollAt(),
                3));
        village.ask(definition);
        awaitState(definition.id(), "waiting");
        markAsAsking(definition.id());

        village.join(3, EVE);

        await(() -> read(definition.id())
                .body("state", equalTo("waiting"))
                .body(
                        "paused.reason",
                        equalTo("The service ended while it asked the plugins of this poll:"
                                + " 'majority-of-many' 1.2.0.")));
        clock.pass(MINUTE);
        awaitState(definition.id(), "open");
    }

    @Test
    void aMethodThatFailsRefusesNoBallotForGood() {
        var poll = opened(definition("approve"));
        village.cast(ANN, poll, "yes")
                .statusCode(503)
                .body("type", equalTo("urn:folkmoot:problem:plugin-failed"))
                .body("plugin", equalTo("approve"))
                .body("version", equalTo("0.9"))
                .body("reason", equalTo("it threw IllegalStateException: no glasses"));

        PluginJars.mend("approve");

        village.cast(ANN, poll, "yes").statusCode(201);
        village.cast(BEN, poll, "no").statusCode(422).body("reason", equalTo("Only yes."));
        given().contentType("application/x-ndjson")
                .body("{}\n".getBytes(UTF_8))
                .post("/v1/polls/" + poll + "/ballots/stream")
                .then()
                .statusCode(409)
                .body(containsString("no-stream"));
    }

    private static String policy(String name, String body, String method, String rule) {
        return """
                  - name: %s
                    applies: "true"
                    body: %s
                    ballot: { method: %s, revote: last }
                    rules: [ { rule: %s } ]
                    timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }
                """.formatted(name, body, method, rule);
    }

    private PollDefinition definition(String policy) {
        return pinned(village.definition(policy, Duration.ZERO));
    }

    private PollDefinition pinned(PollDefinition definition) {
        var policy = village.constitution().policy(definition.policy()).orElseThrow();
        return definition.pinnedTo(PluginPin.of(policy, village.constitution(), plugins));
    }

    private Hash opened(PollDefinition definition) {
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition.id();
    }

    /** As a process leaves it that ended a minute ago in the midst of a plugin. */
    private void markAsAsking(Hash poll) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update poll set asking_since = ? where poll = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant().minus(MINUTE)));
            update.setBytes(2, poll.bytes());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
