// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.constitution.delegation.Delegation;
import org.folkmoot.constitution.delegation.DelegationRules;
import org.folkmoot.constitution.delegation.Resolve;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.InvalidChoice;

/** Proposals of the Cosmos SDK: what validators have bonded, delegators who vote for themselves, and the deposit. */
final class CosmosTabulations {
    private static final List<String> CHOICES = List.of("yes", "abstain", "no", "no-with-veto", "spam");

    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,36})?");

    private CosmosTabulations() {}

    static Answer standard(TallyCase counted, TallyCheck check) {
        var parameters = check.parameters();
        var judge = PolicyText.judge("""
                deposit:
                  asset: VOTE
                  amount: "1"
                  dispositions:
                    - { when: quorum, share: { count: [yes, abstain, no, no-with-veto, spam], of: roll, atLeast: 0/1 }, then: burn }
                    - { share: { count: [spam], of: [yes, abstain, no, no-with-veto, spam], atLeast: 1/2 }, then: burn }
                    - { when: veto, then: burn }
                  otherwise: refund
                ballot: { method: for-against-abstain, choices: [yes, abstain, no, no-with-veto, spam], split: shares, revote: last }
                quorum: { count: [yes, abstain, no, no-with-veto, spam], of: roll, atLeast: %s }
                veto: { count: [no-with-veto], of: [yes, abstain, no, no-with-veto, spam], moreThan: %s }
                approval: { count: [yes], of: [yes, no, no-with-veto, spam], moreThan: %s }
                rules: [{ rule: share, name: spam, blocks: true, count: [spam], of: [yes, abstain, no, no-with-veto, spam], atLeast: 1/2 }]
                timing: { delay: PT0S, period: P2D, timelock: PT0S, expires: P36500D }
                """.formatted(
                parameters.fraction("quorum"), parameters.fraction("vetoThreshold"), parameters.fraction("threshold")));
        return decide(judge, check);
    }

    static Answer optimistic(TallyCase counted, TallyCheck check) {
        var judge = PolicyText.judge("""
                optimistic: true
                deposit:
                  asset: VOTE
                  amount: "1"
                  dispositions: [{ when: bonded, then: refund }, { when: spam, then: burn }]
                  otherwise: refund
                ballot: { method: for-against-abstain, choices: [yes, abstain, no, no-with-veto, spam], split: shares, revote: last }
                rules:
                  - { rule: share, name: bonded, count: [yes, abstain, no, no-with-veto, spam], of: roll, atLeast: 0/1 }
                  - { rule: share, name: spam, blocks: true, count: [spam], of: [yes, abstain, no, no-with-veto, spam], atLeast: 1/2 }
                  - { rule: share, name: no, blocks: true, count: [no], of: roll, moreThan: %s }
                timing: { delay: PT0S, period: P2D, timelock: PT0S, expires: P36500D }
                """.formatted(check.parameters().fraction("optimisticRejectedThreshold")));
        return decide(judge, check);
    }

    private static Answer decide(Judge judge, TallyCheck check) {
        var input = check.input();
        var roll = new LinkedHashMap<>(DelegationTabulations.powers(input.path("validators")));
        var delegations = delegations(input, roll, check.parameters().flag("delegationInheritance"));
        var bonded = Numbers.amount(input.path("totalBonded"));
        if (bonded.signum() == 0) {
            roll.replaceAll((_, _) -> BigInteger.ZERO);
        }
        var method = PolicyText.plugins()
                .method(new PluginCall("for-against-abstain", Map.of("choices", CHOICES, "split", "shares"), "", ""));
        var ballots = new LinkedHashMap<String, Object>();
        for (var vote : input.path("votes").properties()) {
            Object choice;
            try {
                choice = choice(vote.getValue());
                // Read as a count reads it: the bound on the weights of a ballot is for polls.
                method.tally(List.of(new Counted(choice, 1, BigInteger.ONE)), MotionTabulations.MOTION);
            } catch (InvalidChoice e) {
                throw new NotSupported("The vote of " + vote.getKey() + " is refused: " + e.reason());
            }
            ballots.put(vote.getKey(), choice);
        }
        var resolved = Resolve.of(roll, delegations, ballots, DelegationRules.representative());
        var result = method.tally(resolved.counted(method.mergesPowers()), MotionTabulations.MOTION);
        var electorate = PolicyText.roll(bonded);
        var decision = judge.decide(result, electorate);
        var fate = judge.fate(decision, Facts.of(result, electorate.power(), electorate.members()));
        var values = Answer.empty();
        var tally = values.putObject("tally");
        CHOICES.forEach(choice -> tally.set(
                choice.replace('-', '_'), Numbers.whole(result.counts().getOrDefault(choice, BigInteger.ZERO))));
        values.put("pass", decision.outcome() == Outcome.PASSED);
        values.put("burnDeposit", fate.fate() == Deposit.Fate.BURN);
        return new Answer(values, RuleTabulations.words(decision));
    }

    // What a validator has bonded is partly others'. They delegate it, and vote for it themselves if they like; where
    // votes are not inherited, what they do not vote for themselves is not counted.
    private static List<Delegation> delegations(JsonNode input, Map<String, BigInteger> roll, boolean inherited) {
        var shares = new LinkedHashMap<String, Map<String, Long>>();
        for (var one : input.path("delegations")) {
            var validator = one.path("validator").asText();
            var amount = Numbers.amount(one.path("shares"));
            roll.merge(validator, amount.negate(), BigInteger::add);
            roll.merge(one.path("delegator").asText(), amount, BigInteger::add);
            shares.computeIfAbsent(one.path("delegator").asText(), _ -> new LinkedHashMap<>())
                    .merge(validator, amount.longValueExact(), Long::sum);
        }
        return inherited
                ? shares.entrySet().stream()
                        .map(entry -> new Delegation(entry.getKey(), entry.getValue(), Map.of()))
                        .toList()
                : List.of();
    }

    // A vote is a choice, or weights by choice, such as "0.7" and "0.3".
    private static Object choice(JsonNode vote) {
        if (!vote.isObject()) {
            return vote.asText().replace('_', '-');
        }
        var weights = new LinkedHashMap<String, BigDecimal>();
        vote.properties().forEach(part -> weights.put(part.getKey().replace('_', '-'), weight(part.getValue())));
        var decimals = Math.max(
                0, weights.values().stream().mapToInt(BigDecimal::scale).max().orElse(0));
        var whole = new LinkedHashMap<String, Object>();
        weights.forEach((choice, weight) -> whole.put(
                choice, weight.movePointRight(decimals).toBigIntegerExact().toString()));
        return whole;
    }

    private static BigDecimal weight(JsonNode written) {
        if (!WEIGHT.matcher(written.asText()).matches()) {
            throw new InvalidChoice("A weight is a number such as \"0.7\", not " + written + ".");
        }
        return new BigDecimal(written.asText());
    }
}
