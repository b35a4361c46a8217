// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policies.InstantRunoff;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** Instant runoffs: by the rules of RCTab where a check has its parameters, else the plain count of clean rankings. */
final class RankedTabulations {
    private static final Pattern STOP = Pattern.compile("two candidates|majority|more than half of the continuing");

    private RankedTabulations() {}

    static Answer runoff(TallyCase counted, TallyCheck check) {
        return check.parameters().has("overvoteRule") || check.parameters().has("winnerElectionMode")
                ? RctabTabulations.count(counted, check)
                : plain(counted, check);
    }

    private static Answer plain(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        var untilTwo = parameters
                .matched("stop", STOP)
                .filter(match -> match.group().startsWith("two"))
                .isPresent();
        parameters.words("elimination", "single lowest");
        parameters.words("unranked", "below-all-ranked", "exhausted");
        parameters.remark("note");
        var method = new InstantRunoff();
        var settings = settings(untilTwo, counted.candidates().size());
        var ballots = Counting.checked(method, settings, counted.question(), counted.marked());
        var result = method.tally(ballots, counted.question(), settings);
        var values = Answer.empty();
        values.set("winners", Counting.names(result.winners()));
        values.set("rounds", rounds(result, check));
        return new Answer(values, Counting.words(result, 0));
    }

    private static InstantRunoff.Settings settings(boolean untilTwo, int candidates) {
        return new InstantRunoff.Settings(
                Optional.empty(),
                Optional.empty(),
                // Behind all candidates there may be an overvote.
                Optional.of(2L * candidates),
                Optional.empty(),
                Optional.empty(),
                Optional.of(untilTwo),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TieBreak.PREVIOUS_ROUNDS),
                Optional.empty(),
                Optional.empty());
    }

    // Where the count goes on after somebody is elected, the round of the election stands there twice; one is shown.
    private static ArrayNode rounds(Result result, TallyCheck check) {
        var rounds = Answer.empty().arrayNode();
        var first = check.expected().path("rounds").path(0);
        var detailed = first.has("tally");
        // Publishers count those exhausted that rank nobody and are not in the file: they are there from the start.
        var absent = Numbers.amountOrNothing(first.path("exhausted"));
        var last = result.rounds().size();
        for (var round : result.rounds()) {
            if (!round.elected().isEmpty() && round.number() < last) {
                continue;
            }
            var tally = Counting.powers(round.tally(), 0);
            rounds.add(detailed ? detailed(round, tally, rounds.size() + 1, absent) : tally);
        }
        return rounds;
    }

    private static ObjectNode detailed(Round round, ObjectNode tally, int number, BigInteger absent) {
        var shown = Answer.empty();
        shown.put("round", number);
        shown.set("tally", tally);
        shown.set("exhausted", Numbers.whole(round.inactive().values().stream().reduce(absent, BigInteger::add)));
        if (!round.eliminated().isEmpty()) {
            shown.put("eliminated", String.join(", ", round.eliminated()));
        }
        return shown;
    }
}
