// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Poll;

/** A poll's count: as it stands, or final. */
@Schema(name = "Tally")
record TallyView(
        Hash poll,

        @Schema(description = "delayed, open, closing or closed")
        String state,

        @Schema(description = "The moment of this count; of a closed poll, its deadline")
        Instant at,

        @JsonProperty("final") @Schema(description = "No ballot can change it any more")
        boolean isFinal,

        @Schema(description = "Members on the roll") long rollMembers,

        @Schema(description = "The voting power of all of them")
        BigInteger rollPower,

        @Schema(description = "Ballots that were accepted, also those that were replaced by a later one")
        Optional<Long> accepted,

        @Schema(description = "Members whose ballot counts; left out while there are too many different choices")
        Optional<Long> ballots,

        @Schema(description = "Voting power by name", type = SchemaType.OBJECT, additionalProperties = String.class)
        Optional<Map<String, BigInteger>> counts,

        @Schema(description = "The options that win, or would win now")
        Optional<List<String>> winners,

        @Schema(
                description =
                        "How many decimals the numbers of the rounds have, but for the duels, and the counts that are scaled:"
                                + " with 2 of them 150 is 1.50. Left out where the method cannot be asked any more")
        Optional<Integer> decimals,

        @Schema(description = "The counts that are not in units of voting power; left out where there are none")
        Optional<List<String>> scaled,

        Optional<List<Round>> rounds,
        Optional<String> words,
        @Schema(description = "Of a closed poll") Optional<DecisionView> decision) {
    /** What the numbers of a method are in. */
    record Units(int decimals, Set<String> scaled) {
        private Optional<List<String>> names() {
            return scaled.isEmpty()
                    ? Optional.empty()
                    : Optional.of(scaled.stream().sorted().toList());
        }
    }

    /** Says whether another count of the same poll would tell a listener nothing new. Delegations change it without a ballot. */
    boolean saysTheSameAs(TallyView other) {
        return state.equals(other.state)
                && accepted.equals(other.accepted)
                && ballots.equals(other.ballots)
                && counts.equals(other.counts)
                && winners.equals(other.winners);
    }

    static TallyView of(Poll.Running poll, LiveTally.Snapshot tally, Optional<Units> units) {
        return new TallyView(
                poll.terms().poll(),
                StateNames.of(poll),
                tally.at(),
                false,
                poll.roll().members(),
                poll.roll().power(),
                Optional.of(tally.ballots()),
                tally.result().map(Result::ballots),
                tally.result().map(Result::counts),
                tally.result().map(Result::winners),
                tally.result().flatMap(_ -> units.map(Units::decimals)),
                tally.result().flatMap(_ -> units.flatMap(Units::names)),
                tally.result().map(Result::rounds),
                tally.result().map(Result::words),
                Optional.empty());
    }

    static TallyView of(Poll.Closed poll, Optional<Units> units) {
        var result = poll.decided().result();
        return new TallyView(
                poll.terms().poll(),
                StateNames.of(poll),
                poll.decided().at(),
                true,
                poll.roll().members(),
                poll.roll().power(),
                Optional.empty(),
                Optional.of(result.ballots()),
                Optional.of(result.counts()),
                Optional.of(result.winners()),
                units.map(Units::decimals),
                units.flatMap(Units::names),
                Optional.of(result.rounds()),
                Optional.of(result.words()),
                Optional.of(DecisionView.of(poll)));
    }
}
