// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policies.SingleTransferableVote;
import org.folkmoot.policies.SingleTransferableVote.Exact;
import org.folkmoot.policies.SingleTransferableVote.Quota;
import org.folkmoot.policies.SingleTransferableVote.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Round;

/** Transferable votes for several seats: with rounded values as in Scotland, or with exact ones. */
final class SeatTabulations {
    private static final Pattern DECIMALS = Pattern.compile("([0-9]{1,2}) (?:dp|decimal)");
    private static final int SHOWN = 18;

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
        var ballots = Counting.checked(method, settings, counted.question(), counted.rankings());
        var result = method.tally(ballots, counted.question(), settings);
        var values = Answer.empty();
        // Without a ballot there is no stage, and Droop's quota is one vote.
        var quota = result.rounds().stream().findFirst().map(Round::threshold);
        values.set("quota", quota.map(units -> Numbers.units(units, decimals)).orElseGet(() -> Numbers.whole(1)));
        values.set("elected", Counting.names(result.winners()));
        var published = TallyCase.texts(check.expected().path("electedSetPublished"));
        values.set(
                "electedSetPublished",
                Counting.names(result.winners().stream()
                        .map(name -> PublishedNames.of(name, published, counted.candidates()))
                        .toList()));
        values.set("stages", stages(result.rounds(), decimals, counted.candidates()));
        values.set("stagesIntegerPart", integerParts(result.rounds(), decimals));
        return new Answer(values, Counting.words(result, decimals));
    }

    private static ArrayNode stages(List<Round> rounds, int decimals, List<String> candidates) {
        var stages = JsonNodeFactory.instance.arrayNode();
        for (var round : rounds) {
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
            stage.set("elected", Counting.names(reached));
            stage.set("electedWithoutQuota", Counting.names(rest));
        }
        return stages;
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

    static Answer gregory(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("transfer", "fractional (Gregory)");
        parameters.words("exclusion", "one at a time");
        var count = exact(counted, check);
        var values = Answer.empty();
        values.set("winners", Counting.names(count.result().winners()));
        values.set("stages", exactStages(count, counted.candidates()));
        return new Answer(values, Counting.words(count.result(), SHOWN));
    }

    /** A quota that has a name is that of the policies, so Hagenbach and Bischoff's must be exceeded; a number is reached. */
    private static Exact exact(TallyCase counted, TallyCheck check) {
        var said = check.parameters().need("quota").asText().strip();
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "droop" -> exact(counted, check, Quota.DROOP, Optional.empty());
            case "hagenbach-bischoff" -> exact(counted, check, Quota.HAGENBACH_BISCHOFF, Optional.empty());
            case "hare" -> exact(counted, check, Quota.HARE, Optional.empty());
            case "imperiali" -> exact(counted, check, Quota.DROOP, Optional.of(imperiali(counted, check)));
            default -> {
                var quota = check.parameters().fraction("quota");
                if (quota.numerator().signum() == 0) {
                    throw check.parameters().unknown("quota", said);
                }
                yield exact(counted, check, Quota.DROOP, Optional.of(quota));
            }
        };
    }

    private static Fraction imperiali(TallyCase counted, TallyCheck check) {
        var power = counted.rankings().stream()
                .filter(group -> !((List<?>) group.choice()).isEmpty())
                .map(Counted::power)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Fraction(power, BigInteger.valueOf(check.seats()).add(BigInteger.TWO));
    }

    private static Exact exact(TallyCase counted, TallyCheck check, Quota named, Optional<Fraction> stated) {
        var method = new SingleTransferableVote();
        var settings = settings(check, named, SHOWN, true);
        var ballots = Counting.checked(method, settings, counted.question(), counted.rankings());
        return stated.map(quota -> method.exact(ballots, counted.question(), settings, quota))
                .orElseGet(() -> method.exact(ballots, counted.question(), settings));
    }

    // Shown is who is neither elected nor out; who is elected without a surplus leaves in a stage of their own.
    private static ArrayNode exactStages(Exact count, List<String> candidates) {
        var stages = JsonNodeFactory.instance.arrayNode();
        var done = new ArrayList<String>();
        for (var round : count.result().rounds()) {
            var votes = count.votes().get(round.number() - 1);
            stages.add(stage(round, votes, done, candidates));
            done.addAll(round.elected());
            var surplus = round.elected().stream()
                    .anyMatch(name -> votes.get(candidates.indexOf(name)).compareTo(count.quota()) > 0);
            if (!round.elected().isEmpty()
                    && !surplus
                    && round.number() < count.result().rounds().size()) {
                stages.add(stage(round, votes, done, candidates));
            }
        }
        return stages;
    }

    private static ObjectNode stage(Round round, List<Fraction> votes, List<String> done, List<String> candidates) {
        var shown = Answer.empty();
        for (var option = 0; option < candidates.size(); option++) {
            var name = candidates.get(option);
            if (round.tally().containsKey(name) && !done.contains(name)) {
                shown.set(name, Numbers.exact(votes.get(option)));
            }
        }
        return shown;
    }

    private static Settings settings(TallyCheck check, Quota quota, int decimals, boolean exact) {
        return Counting.settings(() -> new Settings(
                check.seats(),
                Optional.of(quota),
                Optional.of((long) decimals),
                Optional.of(exact),
                Optional.empty(),
                Optional.empty()));
    }
}
