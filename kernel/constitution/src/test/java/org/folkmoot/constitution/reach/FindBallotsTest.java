// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.NamedRule;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.reach.AnyRoll.Answer;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What is said of ballots that nobody has cast is what counting them all would say. */
class FindBallotsTest {
    private static final Plugins PLUGINS = Plugins.installed();
    private static final Bound.Method<?> METHOD =
            PLUGINS.method(new PluginCall("for-against-abstain", Map.of(), "", ""));
    private static final List<String> COUNTS = List.of("for", "against", "abstain");
    private static final Map<String, Fraction> END = Map.of(Facts.ELAPSED, Fraction.of(1, 1));

    @RepeatedTest(value = 400, name = "equalsAllTalliesOfASmallRoll, seed {currentRepetition}")
    void equalsAllTalliesOfASmallRoll(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var members = random.nextInt(1, 13);
        var wishes = wishes(random, members);

        var reach = new FindBallots(METHOD, Roll.equal(members), END, new Budget(1_000_000)).ask(wishes);

        var there = assignments(Roll.equal(members)).stream()
                .anyMatch(facts -> wishes.stream().allMatch(wish -> wish.granted(facts)));
        check(reach, wishes, there);
    }

    @RepeatedTest(value = 200, name = "equalsAllWaysToVoteWithUnequalPowers, seed {currentRepetition}")
    void equalsAllWaysToVoteWithUnequalPowers(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var powers = new ArrayList<BigInteger>();
        for (var i = random.nextInt(1, 6); i > 0; i--) {
            powers.add(BigInteger.valueOf(random.nextInt(8)));
        }
        var roll = Roll.of(powers);
        var wishes = wishes(random, Math.max(1, roll.power().intValueExact()));

        var reach = new FindBallots(METHOD, roll, END, new Budget(1_000_000)).ask(wishes);

        var there = assignments(roll).stream().anyMatch(facts -> wishes.stream().allMatch(wish -> wish.granted(facts)));
        check(reach, wishes, there);
    }

    @RepeatedTest(value = 300, name = "theSmallestRollIsTheSmallest, seed {currentRepetition}")
    void theSmallestRollIsTheSmallest(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var wishes = wishes(random, random.nextInt(1, 7));

        var answer = new AnyRoll(METHOD, Set.of(), true, END, new Budget(1_000_000)).smallest(wishes, 1);

        var smallest = IntStream.rangeClosed(1, 9)
                .filter(members -> assignments(Roll.equal(members)).stream()
                        .anyMatch(facts -> wishes.stream().allMatch(wish -> wish.granted(facts))))
                .findFirst();
        switch (answer) {
            case Answer.Never _ -> assertThat(smallest).as("%s", wishes).isEmpty();
            case Answer.Smallest(Facts facts) ->
                assertThat(smallest.orElse(facts.rollPower().intValueExact()))
                        .as("%s", wishes)
                        .isEqualTo(facts.rollPower().intValueExact())
                        .matches(found -> found > 9 || smallest.isPresent());
            case Answer.Unknown _ -> assertThat(wishes.toString()).contains("curve");
        }
    }

    private static void check(Reach reach, List<Wish> wishes, boolean there) {
        var said = wishes.stream()
                .map(wish -> wish.met() + " " + wish.clause().named())
                .toList();
        switch (reach) {
            case Reach.Some(Facts facts) -> {
                assertThat(there).as("%s with %s", said, facts).isTrue();
                assertThat(wishes).allMatch(wish -> wish.granted(facts));
            }
            case Reach.None(List<Wish> conflict, Facts nearest) -> {
                assertThat(there).as("%s", said).isFalse();
                assertThat(conflict).isNotEmpty().isSubsetOf(wishes);
                assertThat(conflict.getLast().granted(nearest)).isFalse();
            }
            case Reach.Unknown _ ->
                assertThat(said.toString()).contains("count=", "of=").contains("curve");
        }
    }

    private static List<Wish> wishes(Random random, int members) {
        var wishes = new ArrayList<Wish>();
        for (var i = random.nextInt(1, 5); i > 0; i--) {
            var call = new PluginCall("share", settings(random, members), "", "");
            var named = new NamedRule("rule" + i, call, random.nextInt(3) == 0);
            wishes.add(new Wish(new Clause(named, PLUGINS.rule(call)), random.nextInt(4) > 0));
        }
        return wishes;
    }

    private static Map<String, Object> settings(Random random, int members) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("count", some(random));
        var share = random.nextInt(0, 13) + "/12";
        switch (random.nextInt(6)) {
            case 0 -> share = "" + random.nextInt(1, members + 2);
            case 1, 2 -> settings.put("of", List.of("roll"));
            case 3 -> {
                settings.put("of", List.of("roll"));
                settings.put("less", some(random));
            }
            case 4 -> {
                settings.put("of", some(random));
                settings.put(
                        "pad",
                        Map.of("upTo", random.nextInt(1, 7) + "/7", "of", List.of("roll"), "with", some(random)));
            }
            default -> settings.put("of", some(random));
        }
        if (random.nextInt(3) == 0) {
            settings.put("round", List.of("up", "down", "nearest").get(random.nextInt(3)));
        }
        Object threshold = settings.containsKey("of") && random.nextInt(6) == 0
                ? Map.of("curve", "linear", "count", some(random), "of", List.of("roll"), "begin", "1/10", "end", share)
                : share;
        settings.put(random.nextBoolean() ? "atLeast" : "moreThan", threshold);
        return settings;
    }

    private static List<String> some(Random random) {
        var some = COUNTS.stream().filter(_ -> random.nextBoolean()).toList();
        return some.isEmpty() ? List.of("for") : some;
    }

    /** Everything that the members of a roll can do together. */
    private static List<Facts> assignments(Roll roll) {
        var tallies = new ArrayList<List<BigInteger>>();
        tallies.add(List.of(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO));
        for (var holders : roll.holders()) {
            for (var i = 0; i < holders.members(); i++) {
                var more = new LinkedHashSet<>(tallies);
                for (var tally : tallies) {
                    for (var choice = 0; choice < COUNTS.size(); choice++) {
                        var next = new ArrayList<>(tally);
                        next.set(choice, next.get(choice).add(holders.power()));
                        more.add(next);
                    }
                }
                tallies = new ArrayList<>(more);
            }
        }
        return tallies.stream().map(tally -> facts(tally, roll)).toList();
    }

    private static Facts facts(List<BigInteger> tally, Roll roll) {
        var counts = new LinkedHashMap<String, BigInteger>();
        for (var i = 0; i < COUNTS.size(); i++) {
            counts.put(COUNTS.get(i), tally.get(i));
        }
        return new Facts(0, counts, roll.power(), roll.members(), List.of(), Map.of(), END);
    }
}
