// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
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
    private static final List<String> ALREADY =
            List.of("already-cast-vote", "already-voted", "no-remaining-weight", "no-weight-remaining");

    private FractionalTabulation() {}

    static Answer count(TallyCase counted, TallyCheck check) {
        var method = new ForAgainstAbstain();
        var settings = new ForAgainstAbstain.Settings(Optional.empty(), Optional.of(Split.UNITS));
        var weight = check.parameters().need("weight").bigIntegerValue();
        var given = new ArrayList<Object>();
        var used = BigInteger.ZERO;
        for (var vote : check.input().path("votes")) {
            var left = weight.subtract(used);
            var asked = asked(vote, left);
            if (asked.compareTo(left) > 0 || (left.signum() == 0 && weight.signum() > 0)) {
                return refused(asked, left, check);
            }
            // A ballot gives something, so a vote of nothing is none.
            if (asked.signum() > 0) {
                given.add(whole(vote) ? side(vote) : units(vote));
            }
            used = used.add(asked);
        }
        var ballots = given.isEmpty() ? List.<Counted>of() : List.of(new Counted(given, 1, weight));
        for (var ballot : Counting.checked(method, settings, MotionTabulations.MOTION, ballots)) {
            method.checkPower(ballot.choice(), weight, MotionTabulations.MOTION, settings);
        }
        var result = method.tally(ballots, MotionTabulations.MOTION, settings);
        var values = Answer.empty();
        var tally = values.putArray("tally");
        for (var choice : List.of("against", "for", "abstain")) {
            tally.add(Numbers.whole(result.counts().getOrDefault(choice, BigInteger.ZERO)));
        }
        values.set("usedWeight", Numbers.whole(used));
        return new Answer(values, List.of(result.words()));
    }

    /** What a vote gives out: the sum of its parts, or all that is left where it names one side. */
    private static BigInteger asked(JsonNode vote, BigInteger left) {
        if (whole(vote)) {
            return left;
        }
        if (vote.size() != 3
                || !vote.valueStream()
                        .allMatch(part -> part.isIntegralNumber()
                                && part.bigIntegerValue().signum() >= 0)) {
            throw new NotSupported("A vote in parts is three whole numbers: against, for and abstain.");
        }
        return vote.valueStream().map(JsonNode::bigIntegerValue).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static boolean whole(JsonNode vote) {
        return !vote.isArray();
    }

    /** The side of a vote that is not in parts: {@code "for"}, or as votes are written in other checks. */
    private static String side(JsonNode vote) {
        var side = vote.isObject() ? vote.path("support").asText() : vote.asText();
        if (!List.of("against", "for", "abstain").contains(side)) {
            throw new NotSupported("A vote is against, for or abstain, or three numbers, not " + vote + ".");
        }
        return side;
    }

    private static Object units(JsonNode vote) {
        var units = new LinkedHashMap<String, Object>();
        units.put("against", vote.get(0).bigIntegerValue().toString());
        units.put("for", vote.get(1).bigIntegerValue().toString());
        units.put("abstain", vote.get(2).bigIntegerValue().toString());
        return units;
    }

    // Who has nothing left has voted; some publishers have a word of its own for that.
    private static Answer refused(BigInteger asked, BigInteger remaining, TallyCheck check) {
        var word = check.expected().path("error").asText();
        var spent = remaining.signum() == 0 && ALREADY.contains(word);
        var values = Answer.empty().put("error", spent ? word : "exceeds-remaining-weight");
        values.set("requested", Numbers.whole(asked));
        values.set("remaining", Numbers.whole(remaining));
        return Answer.of(values, "The vote gives out " + asked + ", and " + remaining + " is left.");
    }
}
