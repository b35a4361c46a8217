// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.reach.Clause;
import org.folkmoot.policy.Facts;

/** Tries a chamber on one ballot of many: whether it decides alone, and whether it stops everybody else. */
final class CheckOneBallot {
    private static final String MEANT = " A number of votes, such as atLeast: 1 without 'of', says that this is meant.";

    private final Complaints complaints;

    CheckOneBallot(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Looks at a chamber; where silence is consent, one ballot for it decides nothing. */
    void chamber(Docket docket, Bench bench, boolean silence) {
        if (bench.clauses().isEmpty() || !bench.method().countsAreChoices()) {
            return;
        }
        if (bench.vetoes()) {
            alone(docket, bench).filter(_ -> !bench.saysANumber(false)).ifPresent(facts -> vetoed(bench, facts));
            return;
        }
        if (!silence && !bench.saysANumber(false)) {
            alone(docket, bench).ifPresent(facts -> decided(docket, bench, facts));
        }
        if (!bench.saysANumber(true)) {
            blocked(docket, bench);
        }
    }

    private void decided(Docket docket, Bench bench, Facts facts) {
        var quorum = bench.clause("quorum");
        if (quorum.isEmpty()) {
            complaints.warning(
                    "no-quorum",
                    bench.path(),
                    "Without a quorum one ballot can decide: " + oneOf(facts) + ".",
                    "quorum: { count: [" + String.join(", ", facts.counts().keySet()) + "], of: roll, atLeast: 1/10 }");
        } else {
            complaints.warning(
                    "one-ballot-decides",
                    quorum.get().named().rule().path(),
                    (quorum.get()
                                            .comparison()
                                            .filter(said -> said.threshold().moves())
                                            .isPresent()
                                    ? "At the end of the period one ballot decides: "
                                    : "One ballot decides: ")
                            + oneOf(facts) + ". " + quorum.get().words(facts));
        }
    }

    private static String oneOf(Facts facts) {
        var choice = facts.counts().entrySet().stream()
                .filter(count -> count.getValue().signum() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return "one of " + facts.rollMembers() + " says " + choice;
    }

    private void vetoed(Bench bench, Facts facts) {
        complaints.warning(
                "one-ballot-vetoes",
                bench.path(),
                "One ballot vetoes if nobody else votes: " + oneOf(facts) + "." + MEANT);
    }

    /** One ballot of many that meets every rule, if there is one. */
    private Optional<Facts> alone(Docket docket, Bench bench) {
        return bench.method().counts().stream()
                .map(count -> cast(docket, bench, Map.of(count, 1L)))
                .filter(facts -> bench.clauses().stream().allMatch(clause -> clause.met(facts)))
                .findFirst();
    }

    // All others say one thing, and it passes; one says another, and it does not.
    private void blocked(Docket docket, Bench bench) {
        var blocking = bench.clauses().stream()
                .filter(clause -> clause.named().blocks())
                .toList();
        for (var most : bench.method().counts()) {
            for (var clause : blocking) {
                var all = cast(docket, bench, Map.of(most, Bench.MANY));
                if (bench.clauses().stream().allMatch(each -> each.met(all))
                        && blockedByOne(docket, bench, clause, most)) {
                    return;
                }
            }
        }
    }

    private boolean blockedByOne(Docket docket, Bench bench, Clause clause, String most) {
        var others = bench.method().counts().stream()
                .filter(other -> !other.equals(most))
                .toList();
        for (var other : others) {
            var facts = cast(docket, bench, Map.of(most, Bench.MANY - 1, other, 1L));
            if (!clause.met(facts)) {
                complaints.warning(
                        "one-ballot-vetoes",
                        clause.named().rule().path(),
                        "One member can stop everything: with " + Said.ballots(facts) + ", "
                                + clause.words(facts)
                                + MEANT);
                return true;
            }
        }
        return false;
    }

    private Facts cast(Docket docket, Bench bench, Map<String, Long> votes) {
        var counts = new LinkedHashMap<String, BigInteger>();
        bench.method().counts().forEach(count -> counts.put(count, BigInteger.valueOf(votes.getOrDefault(count, 0L))));
        var roll = bench.many();
        return new Facts(1, counts, roll.power(), roll.members(), List.of(), roll.measures(), docket.atTheEnd());
    }
}
