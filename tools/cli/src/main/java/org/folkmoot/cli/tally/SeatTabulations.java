// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policies.SingleTransferableVote;
import org.folkmoot.policies.SingleTransferableVote.Quota;
import org.folkmoot.policies.SingleTransferableVote.Settings;
import org.folkmoot.policy.Round;

/** Transferable votes for several seats with rounded values, as in Scotland. */
final class SeatTabulations {
    private static final Pattern DECIMALS = Pattern.compile("([0-9]{1,2}) (?:dp|decimal)");

    private SeatTabulations() {}

    static Answer scottish(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("quota", "floor(valid/(seats+1))+1");
        parameters.words("transfer", "WIGM", "weighted inclusive Gregory");
        var decimals = parameters
                .matched("transfer", DECIMALS)
                .map(match -> Integer.parseInt(match.group(1)))
                .orElse(5);
        parameters.words("surplusOrder", "one per stage, largest first", "one surplus per stage, largest first");
        parameters.words("exclusion", "one per stage, lowest", "one at a time");
        parameters.words("lateStop", "when continuing candidates equal unfilled seats");
        parameters.words("nonTransferable", "papers with no next preference");
        var method = new SingleTransferableVote();
        var settings = settings(check, Quota.DROOP, decimals, false);
        var ballots = Counting.checked(method, settings, counted.question(), counted.clean());
        var result = method.tally(ballots, counted.question(), settings);
        var values = Answer.empty();
        // Without a ballot there is no stage, and Droop's quota is one vote.
        var quota = result.rounds().stream().findFirst().map(Round::threshold);
        values.set("quota", quota.map(units -> Numbers.units(units, decimals)).orElseGet(() -> Numbers.whole(1)));
        var order = PublishedNames.order(check.expected().path("elected").valueStream());
        values.set("elected", Counting.elected(result, order));
        values.set("winners", Counting.names(result.winners()));
        var published = TallyCase.texts(check.expected().path("electedSetPublished"));
        values.set(
                "electedSetPublished",
                Counting.names(result.winners().stream()
                        .map(name -> PublishedNames.of(name, published, counted.candidates()))
                        .toList()));
        values.set(
                "stages",
                stages(
                        result.rounds(),
                        decimals,
                        counted.candidates(),
                        check.expected().path("stages")));
        values.set("stagesIntegerPart", integerParts(result.rounds(), decimals));
        return new Answer(values, Counting.words(result, decimals));
    }

    private static ArrayNode stages(List<Round> rounds, int decimals, List<String> candidates, JsonNode published) {
        var stages = JsonNodeFactory.instance.arrayNode();
        for (var round : rounds) {
            var said = published.path(stages.size());
            var stage = stages.addObject().put("stage", round.number());
            var moved = moved(round);
            stage.put("action", round.number() == 1 ? "first-preferences" : moved.isEmpty() ? "surplus" : "exclusion");
            if (round.number() == 1) {
                stage.putNull("candidate");
            } else {
                stage.put("candidate", moved.orElseGet(() -> surplusOf(rounds, round)));
            }
            var votes = stage.putObject("votes");
            candidates.forEach(name ->
                    votes.set(name, Numbers.units(round.tally().getOrDefault(name, BigInteger.ZERO), decimals)));
            stage.set(
                    "nonTransferable",
                    Numbers.units(round.inactive().getOrDefault("nonTransferable", BigInteger.ZERO), decimals));
            var reached = round.elected().stream()
                    .filter(name ->
                            round.tally().getOrDefault(name, BigInteger.ZERO).compareTo(round.threshold()) >= 0)
                    .toList();
            var rest = round.elected().stream()
                    .filter(name -> !reached.contains(name))
                    .toList();
            stage.set("elected", inOrder(reached, said.path("elected")));
            stage.set("electedWithoutQuota", inOrder(rest, said.path("electedWithoutQuota")));
        }
        return stages;
    }

    private static ArrayNode inOrder(List<String> names, JsonNode published) {
        return Counting.names(names.stream()
                .sorted(PublishedNames.order(published.valueStream()))
                .toList());
    }

    private static Optional<String> moved(Round round) {
        return round.eliminated().stream().findFirst();
    }

    /** Whose votes came down to the quota in this stage. */
    private static String surplusOf(List<Round> rounds, Round round) {
        var before = rounds.get(round.number() - 2).tally();
        return round.tally().entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(before.getOrDefault(entry.getKey(), BigInteger.ZERO)) < 0)
                .map(entry -> entry.getKey())
                .findFirst()
                .orElse("");
    }

    private static ArrayNode integerParts(List<Round> rounds, int decimals) {
        var unit = BigInteger.TEN.pow(decimals);
        var stages = JsonNodeFactory.instance.arrayNode();
        var done = new ArrayList<String>();
        for (var round : rounds) {
            var votes = stages.addObject();
            round.tally().forEach((name, held) -> {
                if (!done.contains(name)) {
                    votes.set(name, Numbers.whole(held.divide(unit)));
                }
            });
            // Whose surplus moves next is shown no more.
            done.addAll(round.elected());
        }
        return stages;
    }

    static Settings settings(TallyCheck check, Quota quota, int decimals, boolean exact) {
        return Counting.settings(() -> new Settings(
                check.seats(),
                Optional.of(quota),
                Optional.of((long) decimals),
                Optional.of(exact),
                Optional.empty(),
                Optional.empty()));
    }
}
