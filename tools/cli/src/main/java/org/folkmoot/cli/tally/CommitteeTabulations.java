// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.policies.Approvals;
import org.folkmoot.policies.CommitteeRule;
import org.folkmoot.policy.Fraction;

/** Committees elected by approval, with all that are tied. */
final class CommitteeTabulations {
    private static final int MOST = 10_000;
    private static final BigInteger MOST_LOOKED_AT = BigInteger.valueOf(2_000_000);

    private CommitteeTabulations() {}

    static Tabulation by(CommitteeRule rule) {
        return (counted, check) -> count(rule, counted, check);
    }

    private static Answer count(CommitteeRule rule, TallyCase counted, TallyCheck check) {
        counted.expect("approval");
        if (check.parameters().has("ties")) {
            check.parameters().words("ties", "all tied committees are listed");
            if (check.parameters().find("completion").asText().startsWith("increment")) {
                throw new NotSupported(
                        "With increment, ties are by the order of candidates: not every committee is listed.");
            }
        }
        var options = counted.candidates().size();
        var seats = (int) check.seats();
        if (seats < 1 || seats > options) {
            throw new NotSupported("There are " + seats + " seats for " + options + " candidates.");
        }
        var all = rule == CommitteeRule.PROPORTIONAL || rule == CommitteeRule.CHAMBERLIN_COURANT;
        if (all && choose(options, seats).compareTo(MOST_LOOKED_AT) > 0) {
            throw new NotSupported("There are more committees than can be looked at one by one.");
        }
        var groups = new ArrayList<Approvals.Group>();
        counted.groups()
                .forEach(group -> groups.add(new Approvals.Group(
                        bits(group.get(1), options), group.get(0).bigIntegerValue())));
        var approvals = new Approvals(options, seats, groups);
        var committees = committees(rule, approvals, check);
        var numbered = numbers(check.expected().path("committees"));
        var values = Answer.empty();
        var shown = values.putArray("committees");
        for (var committee : committees) {
            var members = shown.addArray();
            committee.stream().forEach(option -> {
                if (numbered) {
                    members.add(option);
                } else {
                    members.add(counted.candidates().get(option));
                }
            });
        }
        if (rule == CommitteeRule.PROPORTIONAL) {
            values.set("score", Numbers.exact(CommitteeRule.proportionalWorth(approvals, committees.getFirst())));
        }
        if (rule == CommitteeRule.APPROVAL || rule == CommitteeRule.SATISFACTION) {
            var scores = values.putObject("scores");
            for (var option = 0; option < options; option++) {
                scores.set(counted.candidates().get(option), Numbers.exact(score(option, rule, approvals)));
            }
        }
        return Answer.of(
                values,
                committees.size() == 1
                        ? "One committee is the best."
                        : committees.size() + " committees are equally good.");
    }

    /** The votes for a candidate, or the parts of votes where each is shared among those whom it approves. */
    private static Fraction score(int option, CommitteeRule rule, Approvals approvals) {
        return approvals.groups().stream()
                .filter(group -> group.approved().get(option))
                .map(group -> new Fraction(
                        group.power(),
                        BigInteger.valueOf(
                                rule == CommitteeRule.SATISFACTION
                                        ? group.approved().cardinality()
                                        : 1)))
                .reduce(Fraction.of(0, 1), Fraction::plus);
    }

    private static List<BitSet> committees(CommitteeRule rule, Approvals approvals, TallyCheck check) {
        if (rule != CommitteeRule.EQUAL_SHARES) {
            return rule.committees(approvals, Comparator.naturalOrder(), MOST);
        }
        var completion = check.parameters()
                .words("completion", "sequential Phragmen", "seqphragmen", "approval", "av", "none", "increment");
        var completed = switch (completion) {
            case "approval", "av" -> CommitteeRule.EQUAL_SHARES_APPROVAL;
            case "none" -> CommitteeRule.EQUAL_SHARES_ALONE;
            default -> rule;
        };
        if (!completion.equals("increment")) {
            return completed.committees(approvals, Comparator.naturalOrder(), MOST);
        }
        return List.of(CommitteeRule.incremented(approvals, Comparator.naturalOrder(), MOST)
                .orElseThrow(() -> new NotSupported("No " + MOST + " seats more are enough to share.")));
    }

    private static BitSet bits(JsonNode options, int most) {
        if (!options.isArray()) {
            throw new NotSupported("A ballot approves a list of candidates, not " + options + ".");
        }
        var bits = new BitSet();
        for (var option : options) {
            if (!Ranks.isOption(option, most)) {
                throw new NotSupported("A ballot approves " + option + ", which is no candidate's number.");
            }
            bits.set(option.asInt());
        }
        return bits;
    }

    private static BigInteger choose(int from, int count) {
        var ways = BigInteger.ONE;
        for (var chosen = 0; chosen < count; chosen++) {
            ways = ways.multiply(BigInteger.valueOf(from - chosen)).divide(BigInteger.valueOf(chosen + 1L));
        }
        return ways;
    }

    /** The candidates of a list, which some files number and some name. */
    private static boolean numbers(JsonNode list) {
        return list.path(0).path(0).isIntegralNumber();
    }
}
