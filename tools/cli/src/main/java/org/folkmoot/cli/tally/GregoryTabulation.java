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
import org.folkmoot.policies.SingleTransferableVote;
import org.folkmoot.policies.SingleTransferableVote.Exact;
import org.folkmoot.policies.SingleTransferableVote.Quota;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Round;

/** Transferable votes for several seats whose values are never rounded, by any quota. */
final class GregoryTabulation {
    private static final int SHOWN = 18;

    private GregoryTabulation() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        parameters.words("transfer", "fractional (Gregory)", "WIGM", "weighted inclusive Gregory");
        var transfer = parameters.find("transfer").asText();
        if (transfer.matches(".*[0-9].*")) {
            // To so many decimals: here nothing is rounded.
            throw parameters.unknown("transfer", transfer);
        }
        parameters.words("exclusion", "one at a time", "one per stage, lowest");
        var count = exact(counted, check);
        var values = Answer.empty();
        values.set("winners", Counting.names(count.result().winners()));
        values.set("elected", Counting.names(count.result().winners()));
        values.set("quota", Numbers.exact(count.quota().over(unit(counted))));
        values.set("stages", exactStages(count, counted.candidates()));
        return new Answer(values, Counting.words(count.result(), SHOWN));
    }

    /** A quota that has a name is that of the policies, so Hagenbach and Bischoff's must be exceeded; a number is reached. */
    private static Exact exact(TallyCase counted, TallyCheck check) {
        var said = check.parameters().find("quota").asText("droop").strip();
        return switch (name(said)) {
            case "droop", "droop(floor(valid/(seats+1))+1)", "floor(valid/(seats+1))+1" ->
                exact(counted, check, Quota.DROOP, droop(counted, check));
            case "hagenbach-bischoff", "hagenbach-bischoff(valid/(seats+1))" ->
                exact(counted, check, Quota.HAGENBACH_BISCHOFF, Optional.empty());
            case "hare", "hare(valid/seats)", "valid/seats" -> exact(counted, check, Quota.HARE, Optional.empty());
            case "imperiali", "imperiali(valid/(seats+2))", "valid/(seats+2)" ->
                exact(counted, check, Quota.DROOP, Optional.of(imperiali(counted, check)));
            default -> {
                var quota = check.parameters().fraction("quota");
                if (quota.numerator().signum() == 0) {
                    throw check.parameters().unknown("quota", said);
                }
                yield exact(counted, check, Quota.DROOP, Optional.of(quota.times(unit(counted))));
            }
        };
    }

    /** A quota's name without what some say beside it: that it is one, and how much Droop's is in numbers. */
    private static String name(String said) {
        return said.toLowerCase(Locale.ROOT)
                .replaceFirst("^droop:.*", "droop")
                .replace(" quota", "")
                .replace(" ", "");
    }

    /** Droop's quota is in whole votes, whatever a ballot weighs; where each is a vote, the method knows it. */
    private static Optional<Fraction> droop(TallyCase counted, TallyCheck check) {
        var seats = BigInteger.valueOf(check.seats()).add(BigInteger.ONE);
        var unit = unit(counted);
        return counted.weightDecimals() == 0
                ? Optional.empty()
                : Optional.of(new Fraction(
                                power(counted)
                                        .divide(seats.multiply(unit.numerator()))
                                        .add(BigInteger.ONE),
                                BigInteger.ONE)
                        .times(unit));
    }

    private static Fraction imperiali(TallyCase counted, TallyCheck check) {
        return new Fraction(power(counted), BigInteger.valueOf(check.seats()).add(BigInteger.TWO));
    }

    /** How much a whole vote is. */
    private static Fraction unit(TallyCase counted) {
        return new Fraction(BigInteger.TEN.pow(counted.weightDecimals()), BigInteger.ONE);
    }

    private static BigInteger power(TallyCase counted) {
        return counted.clean().stream()
                .filter(group -> !((List<?>) group.choice()).isEmpty())
                .map(Counted::power)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Exact exact(TallyCase counted, TallyCheck check, Quota named, Optional<Fraction> stated) {
        var method = new SingleTransferableVote();
        var settings = SeatTabulations.settings(check, named, SHOWN, true);
        var ballots = Counting.checked(method, settings, counted.question(), counted.clean());
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
}
