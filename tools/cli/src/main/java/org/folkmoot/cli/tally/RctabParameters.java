// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.RankedChoice;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policies.RankedTieBreak;
import org.folkmoot.policy.Fraction;

/** Reads the parameters of RCTab. */
final class RctabParameters {
    /** The option that stands for all who are not declared. */
    static final String WRITE_INS = "Undeclared Write-ins";

    private static final long DECIMALS = 4;

    private final TallyCase counted;
    private final TallyCheck check;
    private final Parameters parameters;

    RctabParameters(TallyCase counted, TallyCheck check) {
        this.counted = counted;
        this.check = check;
        this.parameters = check.parameters();
    }

    boolean blankIsWriteIn() {
        var said = parameters.flag("treatBlankAsUndeclaredWriteIn");
        if (said && !counted.candidates().contains(WRITE_INS)) {
            throw new NotSupported("Blank ranks are to be undeclared write-ins, and no candidate stands for these.");
        }
        return said;
    }

    RankedChoice.Settings settings() {
        var mode = mode();
        var tie = tieBreak();
        return Counting.settings(() -> new RankedChoice.Settings(
                Optional.of(mode),
                winners(mode),
                percentage(),
                Optional.of(overvotes()),
                bounded("maxSkippedRanksAllowed", "unlimited"),
                bounded("maxRankingsAllowed", "max").or(this::longest),
                Optional.of(parameters.flag("exhaustOnDuplicateCandidate")),
                Optional.of(parameters.flag("batchElimination")),
                Optional.of(parameters.flag("cutoffElimination")),
                Optional.of(parameters.flag("continueUntilTwoCandidatesRemain")),
                Optional.of(parameters.flag("doesFirstRoundDetermineThreshold")),
                Optional.of(parameters.flag("hareQuota")),
                Optional.of(parameters.flag("nonIntegerWinningThreshold")),
                parameters.whole("decimalPlacesForVoteArithmetic"),
                parameters.whole("minimumVoteThreshold"),
                parameters.whole("stopTabulationEarlyAfterRound"),
                // Whoever is excluded and has no number is on no ballot.
                Optional.of(check.excluded().stream()
                        .filter(counted.candidates()::contains)
                        .toList()),
                Optional.of(Stream.of(WRITE_INS)
                        .filter(counted.candidates()::contains)
                        .toList()),
                Optional.of(tie),
                order(),
                seed(tie)));
    }

    /** How many ranks a ballot has: a rank without a mark is blank also where the file ends before it. */
    Optional<Long> ranksOnBallot() {
        return parameters.whole("maxRankingsOnBallot");
    }

    private Mode mode() {
        return switch (parameters.oneOf(
                "winnerElectionMode",
                "singleWinnerMajority",
                "multiWinnerAllowOnlyOneWinnerPerRound",
                "multiWinnerAllowMultipleWinnersPerRound",
                "bottomsUp",
                "bottomsUpUsingPercentageThreshold",
                "multiPassIrv")) {
            case "multiWinnerAllowOnlyOneWinnerPerRound" -> Mode.MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND;
            case "multiWinnerAllowMultipleWinnersPerRound" -> Mode.MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND;
            case "bottomsUp" -> Mode.BOTTOMS_UP;
            case "bottomsUpUsingPercentageThreshold" -> Mode.BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD;
            case "multiPassIrv" -> Mode.MULTI_PASS_IRV;
            default -> Mode.SINGLE_WINNER_MAJORITY;
        };
    }

    private Optional<Long> winners(Mode mode) {
        var said = parameters.whole("numberOfWinners");
        return mode == Mode.BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD ? Optional.empty() : said;
    }

    /** The part that a percentage is, rounded down to the decimals of the count: with one decimal, 15 % is 0.1. */
    private Optional<Fraction> percentage() {
        if (!parameters.has("multiSeatBottomsUpPercentageThreshold")) {
            return Optional.empty();
        }
        var decimals = parameters.whole("decimalPlacesForVoteArithmetic").orElse(DECIMALS);
        var unit = BigInteger.TEN.pow(Math.toIntExact(decimals));
        var share = parameters.fraction("multiSeatBottomsUpPercentageThreshold").over(Fraction.of(100, 1));
        return Optional.of(
                new Fraction(share.times(new Fraction(unit, BigInteger.ONE)).floor(), unit));
    }

    private OvervoteRule overvotes() {
        var name = parameters.oneOf(
                "overvoteRule", "exhaustImmediately", "alwaysSkipToNextRank", "exhaustIfMultipleContinuing");
        return OvervoteRule.valueOf(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    private Optional<Long> bounded(String name, String without) {
        return parameters.find(name).asText().equals(without) ? Optional.empty() : parameters.whole(name);
    }

    // Without a limit, a ballot may be longer than there are candidates, since it can repeat them.
    private Optional<Long> longest() {
        return counted.file()
                .path("ballots")
                .valueStream()
                .map(group -> (long) group.path(1).size())
                .max(Long::compare)
                .filter(length -> length > 0);
    }

    private RankedTieBreak tieBreak() {
        return switch (parameters.oneOf(
                "tiebreakMode",
                "useCandidateOrder",
                "random",
                "generatePermutation",
                "stopCountingAndAsk",
                "previousRoundCountsThenRandom",
                "previousRoundCountsThenAsk")) {
            case "random" -> RankedTieBreak.RANDOM;
            case "generatePermutation" -> RankedTieBreak.GENERATE_PERMUTATION;
            case "previousRoundCountsThenRandom" -> RankedTieBreak.PREVIOUS_ROUND_COUNTS_THEN_RANDOM;
            case "previousRoundCountsThenAsk" -> RankedTieBreak.PREVIOUS_ROUND_COUNTS;
            default -> RankedTieBreak.USE_CANDIDATE_ORDER;
        };
    }

    private Optional<Long> seed(RankedTieBreak tie) {
        var seed = parameters.whole("randomSeed");
        return switch (tie) {
            case RANDOM, GENERATE_PERMUTATION, PREVIOUS_ROUND_COUNTS_THEN_RANDOM ->
                Optional.of(seed.orElseThrow(() -> new NotSupported("Ties are drawn, and there is no randomSeed.")));
            case USE_CANDIDATE_ORDER, PREVIOUS_ROUND_COUNTS -> Optional.empty();
        };
    }

    /**
     * The order by which ties are broken: where a person was asked, what they said is only known from the published
     * rounds, in which whoever went out later was preferred.
     */
    private Optional<List<String>> order() {
        if (!parameters.find("tiebreakMode").asText().toLowerCase(Locale.ROOT).endsWith("ask")) {
            return Optional.empty();
        }
        var rounds = check.expected().path("rounds");
        if (!rounds.isArray()) {
            throw new NotSupported("Somebody was asked to break ties, and the rounds do not say what they answered.");
        }
        var order = new ArrayList<>(named(rounds, "elected"));
        order.addAll(named(rounds, "eliminated").reversed());
        return Optional.of(order);
    }

    private static List<String> named(JsonNode rounds, String outcome) {
        return rounds.valueStream()
                .flatMap(round -> round.path("tallyResults").valueStream())
                .filter(result -> result.has(outcome))
                .map(result -> result.path(outcome).asText())
                .toList();
    }
}
