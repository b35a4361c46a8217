// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.delegation.Delegation;
import org.folkmoot.constitution.delegation.DelegationRules;
import org.folkmoot.constitution.delegation.Following;
import org.folkmoot.constitution.delegation.Lost;
import org.folkmoot.constitution.delegation.Resolution;
import org.folkmoot.constitution.delegation.Resolve;
import org.folkmoot.constitution.delegation.ScopedDelegation;
import org.folkmoot.policy.Fraction;

/** Power that is delegated, in every form in which a community can delegate it. */
final class DelegationTabulations {
    private static final String HOLDER = "holder ";
    private static final String DELEGATE = "delegate ";

    private DelegationTabulations() {}

    static Answer liquid(TallyCase counted, TallyCheck check) {
        if (check.parameters().has("precedence")) {
            return scoped(check);
        }
        check.parameters().words("rule", "transitive; a direct vote always wins; a cycle without a direct voter");
        var input = check.input();
        var delegations = input.path("delegations").properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .map(entry -> Delegation.of(entry.getKey(), trustee(entry.getValue())))
                .toList();
        var resolved = Resolve.of(
                powers(input.path("weights")), delegations, choices(input.path("votes")), DelegationRules.liquid());
        var values = values(resolved);
        values.set("effectiveWeight", Counting.powers(resolved.weights(), 0));
        return Answer.of(values, words(resolved));
    }

    private static Answer scoped(TallyCheck check) {
        var input = check.input();
        var scopes = TallyCase.texts(check.parameters().need("precedence"));
        var all = input.path("delegations")
                .valueStream()
                .map(one -> new ScopedDelegation(one.path("scope").asText(), delegation(one)))
                .toList();
        var roll = new LinkedHashMap<String, BigInteger>();
        TallyCase.texts(input.path("members")).forEach(member -> roll.put(member, BigInteger.ONE));
        var narrowest = ScopedDelegation.narrowest(all, scopes);
        var resolved = Resolve.of(roll, narrowest, choices(input.path("votes")), DelegationRules.liquid());
        var values = values(resolved);
        values.set("weights", Counting.powers(resolved.weights(), 0));
        var delegates = values.putObject("effectiveDelegate");
        var used = values.putObject("scopeUsed");
        for (var one : narrowest) {
            var to = one.to().keySet().iterator().next();
            delegates.put(one.from(), to.equals(one.from()) ? null : to);
            all.stream()
                    .filter(scoped -> scoped.delegation().equals(one) && scopes.contains(scoped.scope()))
                    .map(ScopedDelegation::scope)
                    .min(Comparator.comparingInt(scopes::indexOf))
                    .ifPresent(scope -> used.put(one.from(), scope));
        }
        return Answer.of(values, words(resolved));
    }

    // Nobody in a scope hides what is delegated in a wider one, as keeping one's power for oneself does.
    private static Delegation delegation(JsonNode one) {
        var from = one.path("from").asText();
        return Delegation.of(from, one.path("to").isNull() ? from : trustee(one.path("to")));
    }

    private static String trustee(JsonNode to) {
        if (!to.isTextual() && !to.isIntegralNumber()) {
            throw new NotSupported("A trustee is a name or null, not " + (to.isMissingNode() ? "left out" : to) + ".");
        }
        return to.asText();
    }

    private static ObjectNode values(Resolution resolved) {
        var values = Answer.empty();
        values.set("tally", Counting.powers(tally(resolved), 0));
        values.set(
                "notCounted",
                Counting.names(resolved.lost().stream().map(Lost::principal).toList()));
        return values;
    }

    private static String words(Resolution resolved) {
        return resolved.carried().size() + " principals are carried by a ballot, "
                + resolved.lost().size() + " by none.";
    }

    static Answer following(TallyCase counted, TallyCheck check) {
        check.parameters()
                .words(
                        "rule",
                        "as nns-cascade-following",
                        "a follower votes yes when more than half of its followees voted yes");
        check.parameters().words("decision", "more than half of total voting power");
        var followed = new LinkedHashMap<String, List<String>>();
        check.input()
                .path("followees")
                .properties()
                .forEach(entry -> followed.put(entry.getKey(), TallyCase.texts(entry.getValue())));
        var votes =
                new Following("yes", "no").votes(followed, choices(check.input().path("directVotes")));
        var values = Answer.empty();
        var shown = values.putObject("votes");
        votes.forEach((voter, choice) -> shown.put(voter, String.valueOf(choice)));
        var powers = powers(check.input().path("neurons"));
        var inFavor = sum(powers, votes, "yes");
        var total = powers.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        values.set("yes", Numbers.whole(inFavor));
        values.set("no", Numbers.whole(sum(powers, votes, "no")));
        values.put("adopted", Fraction.of(1, 2).exceededBy(inFavor, total));
        return Answer.of(values, votes.size() + " voted, themselves or by following.");
    }

    private static BigInteger sum(Map<String, BigInteger> powers, Map<String, Object> votes, String choice) {
        return powers.entrySet().stream()
                .filter(entry -> choice.equals(votes.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    // The ballots after each event. Whoever holds tokens and whoever votes with what was delegated are two, also where
    // they are one person: a vote carries what others (or oneself) delegated and nothing else, and an override carries
    // one's own balance, taken back from the delegate whenever it comes.
    static Answer override(TallyCase counted, TallyCheck check) {
        var balances = new LinkedHashMap<String, BigInteger>();
        powers(check.parameters().need("balances")).forEach((holder, power) -> balances.put(HOLDER + holder, power));
        var delegations = check.parameters().need("delegations").properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .map(entry -> Delegation.of(HOLDER + entry.getKey(), DELEGATE + trustee(entry.getValue())))
                .toList();
        check.parameters().words("note", "one-level delegation");
        var ballots = new LinkedHashMap<String, Object>();
        var values = Answer.empty();
        var after = values.putArray("tallyAfterEach");
        for (var event : check.input().path("events")) {
            var as = switch (event.path(0).asText()) {
                case "vote" -> DELEGATE;
                case "override" -> HOLDER;
                default -> throw new NotSupported("An event is a vote or an override, not " + event.path(0) + ".");
            };
            var voter = event.path(1).asText();
            var side = Refusal.side(event.path(2));
            // A side is looked at first. What is refused changes nothing, and nothing is told of what comes after it.
            var refusal = !Refusal.SIDES.contains(side)
                    ? Refusal.BAD_SIDE
                    : as.equals(HOLDER) ? Refusal.ALREADY_OVERRIDDEN : Refusal.ALREADY_CAST;
            if (refusal == Refusal.BAD_SIDE || ballots.putIfAbsent(as + voter, side) != null) {
                values.put("error", refusal.word(check));
                return Answer.of(
                        values,
                        "Event " + (after.size() + 1) + " is refused: "
                                + values.path("error").asText() + ".");
            }
            var tally = tally(Resolve.of(balances, delegations, ballots, DelegationRules.representative()));
            var row = after.addArray();
            for (var choice : Refusal.SIDES) {
                row.add(Numbers.whole(tally.getOrDefault(choice, BigInteger.ZERO)));
            }
        }
        return Answer.of(values, "Against, for and abstain after each event: " + after);
    }

    private static Map<String, BigInteger> tally(Resolution resolved) {
        var tally = new LinkedHashMap<String, BigInteger>();
        resolved.carried().forEach(one -> tally.merge(String.valueOf(one.choice()), one.power(), BigInteger::add));
        return tally;
    }

    static Map<String, BigInteger> powers(JsonNode object) {
        var powers = new LinkedHashMap<String, BigInteger>();
        object.properties().forEach(entry -> powers.put(entry.getKey(), Numbers.amount(entry.getValue())));
        return powers;
    }

    static Map<String, Object> choices(JsonNode object) {
        var choices = new LinkedHashMap<String, Object>();
        for (var entry : new ArrayList<>(object.properties())) {
            choices.put(entry.getKey(), entry.getValue().asText());
        }
        return choices;
    }
}
