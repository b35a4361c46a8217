// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.constitution.Complaint;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A policy is refused as one that nobody can pass exactly if no tally of its roll passes. */
class VerdictsTest {
    private static final List<String> COUNTS = List.of("for", "against", "abstain");

    @RepeatedTest(value = 150, name = "neverPassesMeansThatNoTallyDoes, seed {currentRepetition}")
    void neverPassesMeansThatNoTallyDoes(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var members = random.nextInt(1, 11);
        var text = LintCase.document(policy(random, members));
        var constitution = Constitution.read(text.getBytes(UTF_8));
        var rolls = "bodies: { citizens: { members: " + members + " } }";

        var found = Check.of(constitution, LintsTest.PLUGINS, Rolls.read(rolls.getBytes(UTF_8)));

        var refused = found.stream()
                .filter(complaint -> complaint.path().startsWith("/policies/0"))
                .map(Complaint::id)
                .anyMatch("never-passes"::equals);
        assertThat(refused)
                .as("%s with %s members: %s", text, members, found)
                .isNotEqualTo(passes(constitution, members));
    }

    private static List<String> policy(Random random, int members) {
        var lines = new ArrayList<String>();
        lines.add("quorum: " + share(random, members));
        lines.add("approval: " + share(random, members));
        if (random.nextBoolean()) {
            lines.add("veto: " + share(random, members));
        }
        if (random.nextBoolean()) {
            lines.add("rules: [ { rule: share, name: more, blocks: " + random.nextBoolean() + ", "
                    + share(random, members).substring(1) + " ]");
        }
        return lines;
    }

    private static String share(Random random, int members) {
        var operator = random.nextBoolean() ? "atLeast" : "moreThan";
        if (random.nextInt(4) == 0) {
            return "{ count: " + some(random) + ", " + operator + ": " + random.nextInt(1, members + 2) + " }";
        }
        var of = random.nextBoolean() ? "roll" : some(random).toString();
        var round = random.nextInt(3) == 0
                ? ", round: " + List.of("up", "down", "nearest").get(random.nextInt(3))
                : "";
        return "{ count: " + some(random) + ", of: " + of + ", " + operator + ": " + random.nextInt(0, 13) + "/12"
                + round + " }";
    }

    private static List<String> some(Random random) {
        var some = COUNTS.stream().filter(_ -> random.nextBoolean()).toList();
        return some.isEmpty() ? List.of("for") : some;
    }

    private static boolean passes(Constitution constitution, int members) {
        var judge = Judge.of(constitution.policy("tried").orElseThrow(), LintsTest.PLUGINS);
        var roll = new Electorate(BigInteger.valueOf(members), members, Map.of());
        for (var inFavor = 0; inFavor <= members; inFavor++) {
            for (var against = 0; inFavor + against <= members; against++) {
                for (var abstain = 0; inFavor + against + abstain <= members; abstain++) {
                    if (judge.decide(result(inFavor, against, abstain), roll).outcome() == Outcome.PASSED) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Result result(long inFavor, long against, long abstain) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.valueOf(inFavor));
        counts.put("against", BigInteger.valueOf(against));
        counts.put("abstain", BigInteger.valueOf(abstain));
        return new Result(inFavor + against + abstain, List.of(), counts, List.of(), "");
    }
}
