// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a poll opens, with whom, and when it does not. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpeningTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void aPollOpensWithTheRollOfItsPosition() {
        var definition = village.definition("last", Duration.ofMinutes(5));
        village.ask(definition);

        var opened = News.await(definition.id().hex(), PollOpenedV1.class);

        assertThat(opened.rollMembers()).isEqualTo(3);
        assertThat(opened.rollPower()).isEqualTo(BigInteger.valueOf(3));
        assertThat(opened.proposal()).isEqualTo(definition.proposal().hex());
        assertThat(opened.opensAt()).isEqualTo(definition.opensAt());
        assertThat(opened.closesAt()).isEqualTo(definition.closesAt());
        read(definition.id()).body("roll.members", equalTo(3)).body("roll.power", equalTo("3"));
    }

    @Test
    void aBodyMayBeAPartOfTheMembers() {
        var definition = village.definition("founders", Duration.ZERO);
        village.ask(definition);

        assertThat(News.await(definition.id().hex(), PollOpenedV1.class).rollMembers())
                .isEqualTo(2);
        refused(village.cast(CAT, definition.id(), "for"), 403, "not-on-roll");
    }

    @Test
    void aPollWaitsForTheMembersThatItsAuthorSaw() {
        var definition = at(village.definition("last", Duration.ZERO), 3);
        var poll = definition.id();
        village.ask(definition);
        await(() -> read(poll)
                .body("state", equalTo("waiting"))
                .body("waits.position", equalTo(3))
                .body("waits.reached", equalTo(2)));
        refused(village.cast(ANN, poll, "for"), 409, "poll-waiting");

        village.join(3, EVE);

        awaitState(poll, "open");
        read(poll).body("roll.members", equalTo(4));
        village.cast(EVE, poll, "for").statusCode(201);
    }

    @Test
    void whatHappensAfterThePositionDoesNotChangeTheRoll() {
        village.leave(3, CAT);
        village.join(4, EVE);
        var definition = village.definition("last", Duration.ZERO);
        village.ask(definition);
        awaitState(definition.id(), "open");

        village.cast(CAT, definition.id(), "for").statusCode(201);
        refused(village.cast(EVE, definition.id(), "for"), 403, "not-on-roll");
    }

    @Test
    void anEventThatComesAgainOpensNoSecondPoll() {
        var definition = village.definition("last", Duration.ZERO);
        var event = village.submitted(definition);
        var id = UUID.randomUUID();
        News.tell(Topics.PROPOSALS, event, id);
        News.tell(Topics.PROPOSALS, event, id);
        News.tell(Topics.PROPOSALS, event);
        awaitState(definition.id(), "open");

        village.cast(ANN, definition.id(), "for").statusCode(201);
        News.tell(Topics.PROPOSALS, event);
        var next = village.open("last");

        read(definition.id()).body("accepted", equalTo(1));
        News.await(next.hex(), PollOpenedV1.class);
        assertThat(News.about(definition.id().hex(), PollOpenedV1.class)).hasSize(1);
    }

    @Test
    void aPollWithAnEmptyRollIsRefused() {
        refusedWith(village.definition("nobody", Duration.ZERO), "Nobody is on the roll.");
    }

    @Test
    void aBodyWhoseConditionHasNoAnswerHasNoRoll() {
        refusedWith(village.definition("broken", Duration.ZERO), "The roll cannot be made.");
    }

    @Test
    void aPolicyOfWhichSomethingIsNotRunIsRefused() {
        refusedWith(
                village.definition("sponsored", Duration.ZERO),
                "The policy cannot be held here. propose/sponsors/deposit: A deposit of sponsors is not run by this suite yet.");
    }

    @Test
    void aDefinitionMustBeWhatThePolicySays() {
        var good = village.definition("last", Duration.ZERO);
        var ofAnotherBody = new PollDefinition(
                good.ballot(),
                good.revote(),
                "founders",
                good.closesAt(),
                good.community(),
                good.constitution(),
                good.opensAt(),
                good.question(),
                good.policy(),
                good.proposal(),
                good.rollAt(),
                good.rollPosition());

        refusedWith(ofAnotherBody, "The policy asks another body.");
    }

    @Test
    void aPollWhoseTimeIsOverIsNotDecidedAsIfNobodyHadWantedToVote() {
        var definition = at(village.definition("last", Duration.ZERO), 3);
        village.ask(definition);
        awaitState(definition.id(), "waiting");

        clock.reach(definition.closesAt());
        village.join(3, EVE);

        awaitState(definition.id(), "refused");
    }

    @Test
    void theIdOfAPollIsTheHashOfItsDefinition() {
        var definition = village.definition("last", Duration.ZERO);
        var event = village.submitted(definition);
        var other = Hash.of("other".getBytes(UTF_8), definition.canonical());
        News.tell(
                Topics.PROPOSALS,
                new ProposalSubmittedV1(
                        event.community(),
                        event.proposal(),
                        other.hex(),
                        event.definition(),
                        event.actions(),
                        event.submittedAt(),
                        event.author(),
                        event.acts()));

        awaitState(other, "refused");
        read(other).body("reason", containsString("not the hash"));
    }

    private void refusedWith(PollDefinition definition, String reason) {
        village.ask(definition);

        var event = News.await(definition.id().hex(), PollRefusedV1.class);

        assertThat(event.reason()).startsWith(reason);
        assertThat(event.proposal()).isEqualTo(definition.proposal().hex());
        awaitState(definition.id(), "refused");
        refused(village.cast(ANN, definition.id(), "for"), 410, "poll-refused");
    }

    static PollDefinition at(PollDefinition definition, long position) {
        return new PollDefinition(
                definition.ballot(),
                definition.revote(),
                definition.body(),
                definition.closesAt(),
                definition.community(),
                definition.constitution(),
                definition.opensAt(),
                definition.question(),
                definition.policy(),
                definition.proposal(),
                definition.rollAt(),
                position);
    }
}
