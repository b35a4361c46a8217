// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.constitution.delegation.Delegation;
import org.folkmoot.constitution.delegation.DelegationRules;
import org.folkmoot.constitution.delegation.Resolve;
import org.folkmoot.policies.Conviction;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;

/** Votes on a motion that weigh more the longer their power is tied up. */
final class MotionTabulations {
    static final Question MOTION = new Question("Motion", List.of());

    private MotionTabulations() {}

    static Answer conviction(TallyCase counted, TallyCheck check) {
        check.parameters()
                .words("conviction", "0 -> 0.1x (integer division by 10), k -> k times the balance, k in 1..6");
        check.parameters().words("support", "unmultiplied balance of aye and abstain");
        check.parameters().words("splitVotes", "count at conviction 0");
        check.parameters().words("delegation", "one level, per class");
        return check.input().has("votes") ? delegated(check) : steps(check);
    }

    // One vote after the other, as the published steps tell them; a new one of a voter replaces the old one.
    private static Answer steps(TallyCheck check) {
        var ballots = new LinkedHashMap<String, Object>();
        var values = Answer.empty();
        var steps = values.putArray("steps");
        for (var step : check.expected().path("steps")) {
            var voter = step.path("voter").asText();
            var vote = step.path("vote");
            if (vote.isObject()) {
                ballots.put(voter, choice(vote, true));
            } else if (vote.asText().equals("remove")) {
                ballots.remove(voter);
            } else {
                throw new NotSupported("A step casts a vote or removes it, not " + vote + ".");
            }
            var cast = ballots.entrySet().stream()
                    .map(entry -> new Counted(
                            entry.getValue(),
                            1,
                            Numbers.amount(check.input().path("balances").path(entry.getKey()))))
                    .toList();
            var shown = steps.addObject().put("voter", voter);
            shown.set("vote", vote);
            shown.set("tallyAfter", tally(cast));
        }
        return Answer.of(
                values, "After the last step: " + steps.path(steps.size() - 1).path("tallyAfter"));
    }

    private static Answer delegated(TallyCheck check) {
        var roll = new LinkedHashMap<String, BigInteger>();
        var ballots = new LinkedHashMap<String, Object>();
        var standard = check.input().path("delegations").isEmpty();
        check.input().path("votes").properties().forEach(entry -> {
            roll.put(entry.getKey(), balance(entry.getValue()));
            ballots.put(entry.getKey(), choice(entry.getValue(), standard));
        });
        var delegations = new ArrayList<Delegation>();
        for (var one : check.input().path("delegations")) {
            var from = one.path("from").asText();
            roll.put(from, Numbers.amount(one.path("balance")));
            delegations.add(new Delegation(
                    from,
                    Map.of(one.path("to").asText(), 1L),
                    Map.of("conviction", Numbers.number(one.path("conviction")))));
        }
        var resolved = Resolve.of(roll, delegations, ballots, DelegationRules.conviction());
        var values = tally(resolved.counted(new Conviction().mergesPowers(Conviction.Settings.defaults())));
        return Answer.of(values, "Counted with what was delegated: " + values);
    }

    private static BigInteger balance(JsonNode vote) {
        return vote.has("balance")
                ? Numbers.amount(vote.path("balance"))
                : List.of("aye", "nay", "abstain").stream()
                        .map(side -> Numbers.amountOrNothing(vote.path(side)))
                        .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Object choice(JsonNode vote, boolean units) {
        return switch (vote.path("type").asText().replaceAll("[ _-]", "").toLowerCase(Locale.ROOT)) {
            case "standard" -> standard(vote, units);
            case "split", "splitabstain" -> {
                var parts = new LinkedHashMap<String, Object>();
                parts.put("for", Numbers.amountOrNothing(vote.path("aye")).toString());
                parts.put("against", Numbers.amountOrNothing(vote.path("nay")).toString());
                parts.put(
                        "abstain", Numbers.amountOrNothing(vote.path("abstain")).toString());
                yield parts;
            }
            default -> throw new NotSupported("There is no vote of the type " + vote.path("type") + ".");
        };
    }

    private static Object standard(JsonNode vote, boolean units) {
        var side = switch (vote.path("side").asText()) {
            case "aye" -> "for";
            case "nay" -> "against";
            default -> throw new NotSupported("A vote is aye or nay, not " + vote.path("side") + ".");
        };
        var choice = new LinkedHashMap<String, Object>();
        choice.put("vote", side);
        choice.put("conviction", Numbers.number(vote.path("conviction")));
        if (units) {
            choice.put("units", Numbers.amount(vote.path("balance")).toString());
        }
        return choice;
    }

    private static ObjectNode tally(List<Counted> ballots) {
        var method = new Conviction();
        var settings = Conviction.Settings.defaults();
        Counting.checked(method, settings, MOTION, ballots);
        var counts = method.tally(ballots, MOTION, settings).counts();
        var values = Answer.empty();
        values.set("ayes", Numbers.whole(counts.getOrDefault("for", BigInteger.ZERO)));
        values.set("nays", Numbers.whole(counts.getOrDefault("against", BigInteger.ZERO)));
        values.set("support", Numbers.whole(counts.getOrDefault("support", BigInteger.ZERO)));
        return values;
    }
}
