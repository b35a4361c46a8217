// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.e2e.life.Village.ANN;
import static org.folkmoot.e2e.life.Village.BEN;
import static org.folkmoot.e2e.life.Village.CAT;
import static org.folkmoot.e2e.suite.Actions.amend;
import static org.folkmoot.e2e.suite.Actions.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.e2e.suite.Town.Submitted;
import org.folkmoot.e2e.suite.Trace;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An amendment that is enacted while a proposal is voted on changes nothing for it, and everything for the next one. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Locks.SHARED_HOUSE, mode = ResourceAccessMode.READ)
class InFlightTest {
    // Spending is voted on for so long that an amendment is enacted in between.
    private static final Rules RULES = new Rules(
                    Rules.of("town.yaml").yaml().replaceFirst("period: PERIOD", "period: PT60S"))
            .with("PERIOD", "PT5S")
            .with("REVOTE", "last");

    @Test
    void aProposalInFlightIsDecidedByItsPinnedRules() {
        var old = RULES.with("QUORUM", "1/2");
        var strict = RULES.with("QUORUM", "1/1");
        var village = new Village(Town.found(SharedHouse.suite(), old, ANN, BEN, CAT));
        var town = village.town();
        var before = village.decide(transfer("treasury", "garden", "1.00"), "for", "for");
        var amending = village.decide(amend(old.constitution(), strict), "for", "for", "for");
        town.awaitState(amending, "enacted");
        assertThat(town.identity("").path("constitution").asText()).isEqualTo(hash(strict));
        assertThat(town.proposal(before).path("state").asText()).isEqualTo("voting");

        var after = village.decide(transfer("treasury", "garden", "2.00"), "for", "for");

        assertPinned(town, before, old);
        assertPinned(town, after, strict);
        assertThat(Trace.of(town.awaitState(before, "enacted").path("decision")))
                .first()
                .isEqualTo("for=2 against=0 abstain=0 / roll=3 atLeast 1/2: true");
        assertThat(Trace.of(town.awaitState(after, "rejected").path("decision")))
                .first()
                .isEqualTo("for=2 against=0 abstain=0 / roll=3 atLeast 1: false");
        // What was decided still names the rules by which it was.
        assertPinned(town, before, old);
        assertThat(town.balance("garden")).isEqualTo("1.00");
    }

    /** The proposal, its poll's definition and through its hash every ballot and the decision name these rules. */
    private static void assertPinned(Town town, Submitted submitted, Rules rules) {
        var submission = town.proposal(submitted).path("submission");
        var poll = town.poll(submitted);
        assertThat(submission.path("constitution").asText()).isEqualTo(hash(rules));
        assertThat(List.of(definition(submission), definition(poll))).allSatisfy(definition -> {
            assertThat(definition.constitution().hex()).isEqualTo(hash(rules));
            assertThat(definition.id()).isEqualTo(submitted.poll());
        });
        assertThat(Hash.parse(poll.path("poll").asText())).isEqualTo(submitted.poll());
    }

    private static PollDefinition definition(JsonNode shown) {
        return PollDefinition.read(shown.path("definition").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(Rules rules) {
        return rules.constitution().hash().hex();
    }
}
