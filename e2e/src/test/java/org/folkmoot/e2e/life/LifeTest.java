// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.e2e.life.Village.ANN;
import static org.folkmoot.e2e.life.Village.BEN;
import static org.folkmoot.e2e.life.Village.CAT;
import static org.folkmoot.e2e.life.Village.RULES;
import static org.folkmoot.e2e.suite.Actions.admit;
import static org.folkmoot.e2e.suite.Actions.amend;
import static org.folkmoot.e2e.suite.Actions.exclude;
import static org.folkmoot.e2e.suite.Actions.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.folkmoot.cli.client.RefusedByService;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.Trace;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Locks.SHARED_HOUSE, mode = ResourceAccessMode.READ)
class LifeTest {
    private static final Person DOT = Person.named("Dot");

    private final Village village = Village.found();

    @Test
    void aTransferThatPassesIsEnacted() {
        var submitted = village.decide(transfer("treasury", "garden", "40.00"), "for", "against", "for");

        var ended = village.town().awaitState(submitted, "enacted");

        assertThat(village.town().balance("garden")).isEqualTo("40.00");
        assertThat(village.town().balance("treasury")).isEqualTo("960.00");
        assertThat(village.town().transfers(submitted)).hasSize(1);
        // On a busy machine the poll opens too late to be seen delayed.
        assertThat(texts(ended.path("timeline"), each -> each.path("state")))
                .filteredOn(state -> !state.equals("delayed"))
                .containsExactly("draft", "submitted", "voting", "timelocked", "enacting", "enacted");
        assertThat(ended.path("decision").path("outcome").asText()).isEqualTo("passed");
        assertThat(Trace.of(ended.path("decision")))
                .containsExactly(
                        "for=2 against=1 abstain=0 / roll=3 atLeast 1/2: true",
                        "for=2 / for=2 against=1 moreThan 1/2: true");
        assertThat(Trace.of(village.town().awaitDecision(submitted))).isEqualTo(Trace.of(ended.path("decision")));
    }

    @Test
    void withoutAQuorumNothingHappens() {
        var submitted = village.decide(transfer("treasury", "garden", "40.00"), "for");

        var ended = village.town().awaitState(submitted, "rejected");

        assertThat(Trace.of(ended.path("decision")))
                .containsExactly(
                        "for=1 against=0 abstain=0 / roll=3 atLeast 1/2: false",
                        "for=1 / for=1 against=0 moreThan 1/2: true");
        assertThat(village.town().balance("garden")).isEqualTo("0.00");
        assertThat(village.town().transfers(submitted)).isEmpty();
    }

    @Test
    void aProposalIsJudgedByTheRulesThatItWasBornUnder() {
        var strict = RULES.with("QUORUM", "1/1");
        var old = RULES.with("QUORUM", "1/2").constitution();
        var amending = village.decide(amend(old, strict), "for", "for", "for");
        var before = village.decide(transfer("treasury", "garden", "1.00"), "for", "for");
        village.town().awaitState(amending, "enacted");
        assertThat(village.town().identity("").path("constitution").asText())
                .isEqualTo(strict.constitution().hash().hex());

        var after = village.decide(transfer("treasury", "garden", "2.00"), "for", "for");

        assertThat(Trace.of(village.town().awaitState(before, "enacted").path("decision")))
                .first()
                .isEqualTo("for=2 against=0 abstain=0 / roll=3 atLeast 1/2: true");
        assertThat(Trace.of(village.town().awaitState(after, "rejected").path("decision")))
                .first()
                .isEqualTo("for=2 against=0 abstain=0 / roll=3 atLeast 1: false");
        assertThat(village.town().balance("garden")).isEqualTo("1.00");
    }

    @Test
    void theRollFollowsWhoJoinedAndWhoLeft() {
        var town = village.town();
        var community = town.community();
        var joining = village.decide(admit(DOT), "for", "for", "for");
        town.awaitState(joining, "enacted");
        assertThat(members()).containsExactlyInAnyOrder(hex(ANN), hex(BEN), hex(CAT), hex(DOT));
        var leaving = town.propose(DOT, "Ben moved away", List.of(exclude(community, BEN)));
        town.awaitOpen(leaving);
        for (var voter : List.of(ANN, CAT, DOT)) town.cast(voter, leaving, "for");
        // The roll of this poll was frozen while Ben was there, so Ben's vote counts.
        town.cast(BEN, leaving, "against");

        var left = town.awaitState(leaving, "enacted");

        assertThat(Trace.of(left.path("decision")))
                .first()
                .isEqualTo("for=3 against=1 abstain=0 / roll=4 atLeast 1/2: true");
        assertThat(members()).containsExactlyInAnyOrder(hex(ANN), hex(CAT), hex(DOT));
        var next = town.propose(DOT, "Seeds", List.of(transfer("treasury", "garden", "1.00")));
        assertThat(town.awaitOpen(next).path("roll").path("members").asInt()).isEqualTo(3);
        assertRefused("not-on-roll", () -> town.cast(BEN, next, "for"));
        assertRefused("not-a-member", () -> town.draft(BEN, "Let me stay", List.of(admit(BEN))));
    }

    @Test
    void whatFailedForWantOfMoneyIsTriedAgainWhenThereIsSome() {
        var town = village.town();
        var wish = village.decide(transfer("garden", "treasury", "25.00"), "for", "for", "for");
        var failed = town.awaitState(wish, "failed");
        assertThat(failed.path("failure").path("reason").asText()).isEqualTo("insufficient-funds");
        var funding = village.decide(transfer("treasury", "garden", "30.00"), "for", "for", "for");
        town.awaitState(funding, "enacted");

        // Anybody may ask for it, not only the author.
        town.act(
                wish.proposal(),
                "retry",
                BEN.retry(town.community(), wish.proposal()).json());
        var ended = town.awaitState(wish, "enacted");

        assertThat(ended.path("enactment").path("attempt").asInt()).isEqualTo(2);
        assertThat(texts(ended.path("timeline"), each -> each.path("state")))
                .endsWith("timelocked", "enacting", "failed", "enacting", "enacted");
        assertThat(town.balance("garden")).isEqualTo("5.00");
        assertThat(town.balance("treasury")).isEqualTo("995.00");
        assertThat(town.transfers(wish)).hasSize(1);
    }

    @Test
    void whoWroteAProposalTakesItBackBeforeTheVote() {
        var town = village.town();
        var submitted = town.propose(CAT, "A palace", List.of(transfer("treasury", "garden", "950.00")));
        var id = submitted.proposal();
        assertRefused(
                "not-the-author",
                () -> town.act(
                        id,
                        "cancellation",
                        BEN.cancel(town.community(), id, "No").json()));

        town.act(
                id,
                "cancellation",
                CAT.cancel(town.community(), id, "Too large").json());

        var ended = town.awaitState(submitted, "cancelled");
        assertThat(ended.path("end").path("reason").asText()).isEqualTo("Too large");
        // Until voting has heard of the proposal there is no poll.
        org.awaitility.Awaitility.await()
                .ignoreException(RefusedByService.class)
                .untilAsserted(() ->
                        assertThat(town.poll(submitted).path("state").asText()).isEqualTo("cancelled"));
        assertRefused("poll-cancelled", () -> town.cast(ANN, submitted, "for"));
    }

    private List<String> members() {
        return texts(village.town().identity("/members?limit=200").path("items"), each -> each.path("member"));
    }

    private String hex(Person person) {
        return person.in(village.town().community()).hex();
    }

    private static List<String> texts(JsonNode list, Function<JsonNode, JsonNode> part) {
        return list.valueStream().map(each -> part.apply(each).asText()).toList();
    }

    private static void assertRefused(String reason, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        RefusedByService.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
