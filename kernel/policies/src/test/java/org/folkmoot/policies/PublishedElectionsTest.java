// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.Test;

/** Counts the public elections that the repository carries, and compares them with what was published. */
class PublishedElectionsTest {
    private static final InstantRunoff.Settings MINNEAPOLIS = new Choices.With()
            .overvoteRule(InstantRunoff.OvervoteRule.EXHAUST_IMMEDIATELY)
            .maxSkipped(1)
            .maxRankings(3)
            .batch(true)
            .neverWins("Undeclared Write-ins")
            .settings();

    @Test
    void minneapolis2013AgreesInEveryFieldOfAll33Rounds() {
        var election = Published.example("minneapolis-2013");

        var result = count(election, MINNEAPOLIS);

        assertThat(result.ballots()).isEqualTo(80_101);
        assertThat(result.winners()).containsExactly("BETSY HODGES");
        assertThat(result.counts()).containsExactlyEntriesOf(counts(80_101, 639, 63_794, 15_668, 38_852));
        assertThat(result.rounds()).hasSize(33);
        for (var round : result.rounds()) {
            var published = election.published().path("rounds").get(round.number() - 1);
            assertThat(published.path("round").asInt()).isEqualTo(round.number());
            assertThat(round.tally()).as("tally").isEqualTo(Published.powers(published.path("tally")));
            assertThat(round.threshold())
                    .as("threshold")
                    .isEqualTo(published.path("threshold").asText());
            assertThat(round.inactive()).as("inactive").isEqualTo(Published.powers(published.path("inactive")));
            assertThat(round.elected()).as("elected").isEqualTo(Published.texts(published.path("elected")));
            assertThat(round.eliminated())
                    .as("eliminated")
                    .containsExactlyInAnyOrderElementsOf(Published.texts(published.path("eliminated")));
            var transfers = published.path("transfers");
            assertThat(round.transfers()).as("transfers").hasSize(transfers.size());
            transfers
                    .properties()
                    .forEach(from -> assertThat(round.transfers().get(from.getKey()))
                            .as("transfers from %s", from.getKey())
                            .isEqualTo(Published.powers(from.getValue())));
            assertThat(round.words()).as("no tie").isEmpty();
        }
    }

    @Test
    void saltLakeCity2025AgreesInBothRounds() {
        var election = Published.example("salt-lake-city-2025");

        var result = count(election, InstantRunoff.Settings.defaults());

        assertThat(result.ballots()).isEqualTo(3_221);
        assertThat(result.winners())
                .isEqualTo(Published.texts(election.published().path("winners")));
        assertThat(result.counts()).containsExactlyEntriesOf(counts(3_221, 0, 3_215, 6, 1_664));
        assertThat(result.rounds()).hasSize(2);
        for (var round : result.rounds()) {
            var published = election.published().path("rounds").get(round.number() - 1);
            assertThat(round.tally()).isEqualTo(Published.powers(published.path("tally")));
        }
    }

    private static Result count(Published.Election election, InstantRunoff.Settings settings) {
        var method = new InstantRunoff();
        method.checkQuestion(election.question(), settings);
        election.ballots().forEach(group -> method.check(group.choice(), election.question(), settings));
        return method.tally(election.ballots(), election.question(), settings);
    }

    private static Map<String, BigInteger> counts(
            long ballots, long blank, long continuing, long exhausted, long winner) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("ballots", BigInteger.valueOf(ballots));
        counts.put("blank", BigInteger.valueOf(blank));
        counts.put("continuing", BigInteger.valueOf(continuing));
        counts.put("exhausted", BigInteger.valueOf(exhausted));
        counts.put("winner", BigInteger.valueOf(winner));
        return counts;
    }
}
