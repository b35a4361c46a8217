// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.cli.tally.SnapshotVotes.Vote;
import org.folkmoot.policies.InstantRunoff;
import org.folkmoot.policies.InstantRunoff.TieBreak;

/** Ranked choice as Snapshot counts it. */
final class SnapshotRunoff {
    private SnapshotRunoff() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        check.parameters().words("invalid", "every choice must be ranked exactly once");
        check.parameters().words("stop", "majority or fewer than three candidates left");
        var votes = new SnapshotVotes(counted, check);
        var valid = votes.valid(votes::isComplete);
        var method = new InstantRunoff();
        var settings = settings();
        var ballots = Counting.checked(
                method,
                settings,
                counted.question(),
                valid.stream()
                        .map(vote -> vote.counted(SnapshotTabulations.ranks(vote.choice())))
                        .toList());
        var result = method.tally(ballots, counted.question(), settings);
        var decimals = votes.decimals();
        var values = Answer.empty();
        var rounds = values.putArray("rounds");
        result.rounds().forEach(round -> rounds.add(Counting.powers(round.tally(), decimals)));
        var last = result.rounds().getLast().tally();
        values.set("finalRound", Counting.powers(last, decimals));
        values.set(
                "scores",
                SnapshotTabulations.numbers(counted.candidates().stream()
                        .map(name -> new BigDecimal(last.getOrDefault(name, BigInteger.ZERO), decimals))
                        .toList()));
        values.set("scoresTotal", Numbers.decimal(new BigDecimal(votes.total(), decimals)));
        values.set("validVotes", Numbers.whole(SnapshotVotes.number(valid)));
        var gone = result.rounds().stream()
                .flatMap(round -> round.eliminated().stream())
                .map(name -> counted.candidates().indexOf(name) + 1)
                .collect(Collectors.toSet());
        values.set("scoresByStrategy", votes.byStrategy(strategy -> held(counted, valid, gone, strategy, decimals)));
        return new Answer(values, Counting.words(result, decimals));
    }

    /** What each option holds of a strategy's power after the last round. */
    private static List<BigDecimal> held(
            TallyCase counted, List<Vote> valid, Set<Integer> gone, int strategy, int decimals) {
        var held = counted.candidates().stream().map(_ -> BigInteger.ZERO).collect(Collectors.toList());
        for (var vote : valid) {
            var first = vote.choice()
                    .valueStream()
                    .map(option -> option.asInt())
                    .filter(option -> !gone.contains(option))
                    .findFirst();
            first.ifPresent(option -> held.set(
                    option - 1,
                    held.get(option - 1)
                            .add(vote.byStrategy().get(strategy).multiply(BigInteger.valueOf(vote.count())))));
        }
        return held.stream().map(power -> new BigDecimal(power, decimals)).toList();
    }

    private static InstantRunoff.Settings settings() {
        return new InstantRunoff.Settings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.of(TieBreak.REVERSE_ORDER),
                Optional.empty(),
                Optional.of(true));
    }
}
