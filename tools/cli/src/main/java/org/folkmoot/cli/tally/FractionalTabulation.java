// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.ForAgainstAbstain;
import org.folkmoot.policies.ForAgainstAbstain.Split;
import org.folkmoot.policy.Counted;

/** Votes on a motion that give out their power in parts. */
final class FractionalTabulation {
    private FractionalTabulation() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        var weight = Numbers.amount(check.parameters().need("weight"));
        var given = new ArrayList<Object>();
        var used = BigInteger.ZERO;
        for (var written : check.input().path("votes")) {
            var vote = parts(written);
            var left = weight.subtract(used);
            var refusal = refusal(vote, left);
            if (refusal.isPresent()) {
                var word = refusal.get().word(check);
                var values = values(given, weight, used).put("error", word);
                values.set("requested", Numbers.whole(asked(vote, left)));
                values.set("remaining", Numbers.whole(left));
                return Answer.of(values, "Vote %s is refused: %s; %s is left.".formatted(vote, word, left));
            }
            var asked = asked(vote, left);
            // A ballot gives something, so a vote of nothing is none.
            if (asked.signum() > 0) {
                given.add(whole(vote) ? side(vote) : units(vote));
            }
            used = used.add(asked);
        }
        var values = values(given, weight, used);
        return Answer.of(values, "Against, for and abstain: " + values.path("tally") + ".");
    }

    private static ObjectNode values(List<Object> given, BigInteger weight, BigInteger used) {
        var method = new ForAgainstAbstain();
        var settings = new ForAgainstAbstain.Settings(Optional.empty(), Optional.of(Split.UNITS));
        var ballots = given.isEmpty() ? List.<Counted>of() : List.of(new Counted(given, 1, weight));
        for (var ballot : Counting.checked(method, settings, MotionTabulations.MOTION, ballots)) {
            method.checkPower(ballot.choice(), weight, MotionTabulations.MOTION, settings);
        }
        var counts = method.tally(ballots, MotionTabulations.MOTION, settings).counts();
        var values = Answer.empty();
        var tally = values.putArray("tally");
        Refusal.SIDES.forEach(side -> tally.add(Numbers.whole(counts.getOrDefault(side, BigInteger.ZERO))));
        values.set("usedWeight", Numbers.whole(used));
        return values;
    }

    // In this order: who has nothing left has voted, whatever the vote is, and also who never had anything.
    private static Optional<Refusal> refusal(JsonNode vote, BigInteger left) {
        if (left.signum() == 0) {
            return Optional.of(Refusal.ALREADY_CAST);
        }
        if (whole(vote)) {
            // A side takes all that is left, so it has no parts.
            var parts = vote.path("params").isEmpty() ? Optional.<Refusal>empty() : Optional.of(Refusal.BAD_PARTS);
            return Refusal.SIDES.contains(side(vote)) ? parts : Optional.of(Refusal.BAD_SIDE);
        }
        if (vote.size() != Refusal.SIDES.size()) {
            return Optional.of(Refusal.BAD_PARTS);
        }
        return asked(vote, left).compareTo(left) > 0 ? Optional.of(Refusal.EXCEEDS) : Optional.empty();
    }

    /** What a vote gives out: the sum of its parts, or all that is left where it names one side. */
    private static BigInteger asked(JsonNode vote, BigInteger left) {
        return whole(vote) ? left : vote.valueStream().map(Numbers::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * A vote in parts as the list of them: it is written as one, as amounts by side, or as params beside the word or the
     * number for votes in parts. Any other vote is left as it is.
     */
    private static JsonNode parts(JsonNode vote) {
        if (!vote.isObject()) {
            return vote;
        }
        var parts = JsonNodeFactory.instance.arrayNode();
        if (vote.has("support")) {
            var support = vote.path("support").asText();
            var inParts = support.equals("fractional") || support.equals("255");
            return !inParts ? vote : vote.path("params").isArray() ? vote.path("params") : parts;
        }
        if (vote.isEmpty() || vote.properties().stream().anyMatch(part -> !Refusal.SIDES.contains(part.getKey()))) {
            throw new NotSupported("A vote is a side, or amounts against, for and abstain, not " + vote + ".");
        }
        Refusal.SIDES.forEach(
                side -> parts.add(vote.path(side).isMissingNode() ? IntNode.valueOf(0) : vote.path(side)));
        return parts;
    }

    private static boolean whole(JsonNode vote) {
        return !vote.isArray();
    }

    /** The side of a vote that is not in parts: {@code "for"}, 1, or as votes are written in other checks. */
    private static String side(JsonNode vote) {
        return Refusal.side(vote.isObject() ? vote.path("support") : vote);
    }

    private static Object units(JsonNode vote) {
        var units = new LinkedHashMap<String, Object>();
        for (var place = 0; place < Refusal.SIDES.size(); place++) {
            units.put(Refusal.SIDES.get(place), Numbers.amount(vote.path(place)).toString());
        }
        return units;
    }
}
