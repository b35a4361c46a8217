// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.constitution.delegation.Carried;
import org.folkmoot.constitution.delegation.Delegation;
import org.folkmoot.constitution.delegation.DelegationRules;
import org.folkmoot.constitution.delegation.Resolution;
import org.folkmoot.constitution.delegation.Resolve;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked examples of other systems, row by row, with installed methods and settings as a constitution has them. */
class VotingVectorsTest {
    private static final BigInteger UNIT = BigInteger.TEN.pow(18);
    private static final Question FOUR = new Question("Which one?", List.of("1", "2", "3", "4"));
    private static final Question MOTION = new Question("Shall we?", List.of());

    @Test
    @DisplayName("G010 partial votes roll on within the weight")
    void g010() {
        var partial = Map.of("for", 2L, "abstain", 1L);
        var both = List.of(partial, Map.of("against", 1L, "abstain", 1L));

        var counts = count(units(), MOTION, one(both, 7)).counts();

        assertThat(counts).isEqualTo(powers("against 1, for 2, abstain 2, uncast 2"));
    }

    @Test
    @DisplayName("G011 a nominal vote after a partial one spends the remainder")
    void g011() {
        List<Object> both = List.of(Map.of("for", 2L, "abstain", 1L), "against");

        var counts = count(units(), MOTION, one(both, 7)).counts();

        assertThat(counts).isEqualTo(powers("against 4, for 2, abstain 1, uncast 0"));
    }

    @Test
    @DisplayName("G013 a delegator overrides the delegate, who voted before or votes after")
    void g013() {
        var roll = ordered("user1 10, user2 7, user3 5, user4 2");
        var delegations = List.of(
                Delegation.of("user1", "user2"), Delegation.of("user3", "user1"), Delegation.of("user4", "user2"));
        var rules = DelegationRules.representative();
        var steps = List.<Map<String, Object>>of(
                Map.of("user2", "for"),
                Map.of("user2", "for", "user1", "against"),
                Map.of("user2", "for", "user1", "against", "user4", "abstain"));

        assertThat(steps.stream().map(ballots -> motion(Resolve.of(roll, delegations, ballots, rules))))
                .containsExactly(
                        powers("against 0, for 19, abstain 0"),
                        powers("against 10, for 9, abstain 0"),
                        powers("against 10, for 7, abstain 2"));
        assertThat(motion(Resolve.of(roll, delegations, Map.of("user1", "against"), rules)))
                .isEqualTo(powers("against 10, for 0, abstain 0"));
    }

    @Test
    @DisplayName("G028 the lowest goes out, the first named where two are level, and that decides who wins")
    void g028() {
        var ballots = new Counted[] {
            ranked(100, 0, 1, 2, 3), ranked(200, 1, 0, 2, 3), ranked(150, 2, 0, 1, 3), ranked(50, 3, 0, 1, 2)
        };

        var result = count(snapshotRunoff("reverse-order"), FOUR, ballots);

        assertThat(result.rounds())
                .extracting(round -> round.tally().values().stream().toList().toString())
                .containsExactly("[100, 200, 150, 50]", "[150, 200, 150]", "[350, 150]");
        assertThat(result.rounds()).extracting(Round::eliminated).startsWith(List.of("4"), List.of("1"));
        assertThat(result.winners()).containsExactly("2");
        var counterfactual = count(snapshotRunoff("order"), FOUR, ballots);
        assertThat(counterfactual.rounds().getLast().tally()).isEqualTo(powers("1 300, 2 200"));
        assertThat(counterfactual.winners()).containsExactly("1");
    }

    @Test
    @DisplayName("G030 only complete rankings without repetition count")
    void g030() {
        var method = snapshotRunoff("reverse-order");

        method.check(ranked(1, 3, 1, 0, 2).choice(), FOUR);
        for (var invalid : List.of(ranked(1, 0, 4), ranked(1, 0, 0, 1, 2), ranked(1, 0, 1))) {
            assertThatThrownBy(() -> method.check(invalid.choice(), FOUR)).isInstanceOf(InvalidChoice.class);
        }
    }

    @Test
    @DisplayName("G032 quadratic, 394 ballots")
    void g032() {
        var result = count(method("quadratic", Map.of()), FOUR, file("snapshot-quadratic.txt"));

        assertThat(result.ballots()).isEqualTo(394);
        assertThat(decimals(result))
                .usingElementComparator(within("1e-12"))
                .containsExactly(
                        new BigDecimal("284.8896779654694"),
                        new BigDecimal("45.0240831075150"),
                        new BigDecimal("39.6710688569351"),
                        new BigDecimal("24.4151700700806"));
        assertThat(result.counts())
                .containsEntry("total", BigInteger.valueOf(394).multiply(UNIT));
    }

    @Test
    @DisplayName("G033 quadratic, one of 9 against three of 4, 1 and 1")
    void g033() {
        var two = new Question("Which one?", List.of("A", "B"));
        var a = Map.of("0", 1L);
        var b = Map.of("1", 1L);

        var result = count(method("quadratic", Map.of()), two, one(a, 9), one(b, 4), one(b, 1), one(b, 1));

        assertThat(decimals(result))
                .usingElementComparator(within("0"))
                .containsExactly(new BigDecimal("5.4"), new BigDecimal("9.6"));
    }

    @Test
    @DisplayName("G035 weighted, one ballot and 543")
    void g035() {
        var exact = method("weighted", Map.of("decimals", 18L));

        var one = count(exact, FOUR, one(Map.of("0", 1L, "1", 3L), 100));
        var many = count(exact, FOUR, file("snapshot-weighted.txt"));

        assertThat(decimals(one))
                .usingElementComparator(within("0"))
                .startsWith(new BigDecimal("25"), new BigDecimal("75"));
        assertThat(many.ballots()).isEqualTo(543);
        assertThat(decimals(many))
                .usingElementComparator(within("1e-10"))
                .containsExactly(
                        new BigDecimal("352.0421647431"),
                        new BigDecimal("89.1928853222"),
                        new BigDecimal("50.0780022590"),
                        new BigDecimal("51.6869476757"));
    }

    @Test
    @DisplayName("G037 Copeland in power, with the support of each as the tie-break")
    void g037() {
        var method = method("copeland", Map.of("scale", "power", "completeRankings", true));

        var result = count(method, FOUR, ranked(1, 0, 1, 2, 3), ranked(1, 1, 0, 2, 3), ranked(1, 0, 2, 1, 3));
        var nobody = count(method, FOUR);

        assertThat(decimals(result))
                .usingElementComparator(within("1e-5"))
                .containsExactly(new BigDecimal("1.48718"), BigDecimal.ONE, new BigDecimal("0.51282"), BigDecimal.ZERO);
        assertThat(decimals(result).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3");
        assertThat(decimals(nobody)).usingElementComparator(within("0")).containsOnly(BigDecimal.ZERO);
        assertThatThrownBy(() -> method.check(ranked(1, 1, 0).choice(), FOUR)).isInstanceOf(InvalidChoice.class);
    }

    @Test
    @DisplayName("G048 a delegator's stake is split over validators, and their ballot takes it from each")
    void g048() {
        // Of what each validator has bonded, 1000000, the first two hold 21 of the delegator's.
        var roll = ordered("del0 42, val0 999979, val1 999979, val2 1000000");
        var halves = new Delegation("del0", Map.of("val0", 21L, "val1", 21L), Map.of());
        var validators = Map.<String, Object>of("val0", "no", "val1", "yes", "val2", "abstain");
        var voted = new HashMap<>(validators);
        voted.put("del0", "yes");
        var rules = DelegationRules.representative();
        var method = method("for-against-abstain", Map.of("choices", List.of("yes", "no", "abstain", "no-with-veto")));

        var overridden = Resolve.of(roll, List.of(halves), voted, rules);
        var inherited = Resolve.of(roll, List.of(halves), validators, rules);

        assertThat(method.tally(overridden.counted(true), MOTION).counts())
                .isEqualTo(powers("yes 1000021, abstain 1000000, no 999979, no-with-veto 0"));
        assertThat(method.tally(inherited.counted(true), MOTION).counts())
                .isEqualTo(powers("yes 1000000, abstain 1000000, no 1000000, no-with-veto 0"));
        assertThat(inherited.carried()).contains(new Carried("del0", "val0", 1, BigInteger.valueOf(21), "no"));
    }

    @Test
    @DisplayName("G080 conviction multiplies ayes and nays, and support is capital")
    void g080() {
        var split = Map.of("for", 5L, "against", 5L);
        var splitAbstain = Map.of("for", 10L, "against", 0L, "abstain", 20L);

        assertThat(conviction(one(standard("for", 5, 2), 10))).containsExactly(10, 0, 2);
        assertThat(conviction(one(standard("against", 5, 2), 10))).containsExactly(0, 10, 0);
        assertThat(conviction(one(standard("for", 0, 10), 10))).containsExactly(1, 0, 10);
        assertThat(conviction(one(split, 10))).containsExactly(0, 0, 5);
        assertThat(conviction(one(splitAbstain, 30), one("abstain", 10))).containsExactly(1, 0, 40);
    }

    @Test
    @DisplayName("G082 what is delegated counts at the delegator's conviction")
    void g082() {
        var roll = ordered("one 5, two 10, three 10, four 10");
        var terms = new Delegation("one", Map.of("two", 1L), Map.of("conviction", 1L));
        var ballots = Map.<String, Object>of(
                "two", Map.of("vote", "for", "conviction", 0L), "three", "against", "four", "against");

        var resolved = Resolve.of(roll, List.of(terms), ballots, DelegationRules.conviction());

        assertThat(conviction(resolved.counted(false).toArray(Counted[]::new))).containsExactly(6, 2, 15);
    }

    private static Map<String, BigInteger> motion(Resolution resolved) {
        var method = method("for-against-abstain", Map.of());
        return method.tally(resolved.counted(method.mergesPowers()), MOTION).counts();
    }

    private static Map<String, BigInteger> ordered(String written) {
        var ordered = new LinkedHashMap<String, BigInteger>();
        Stream.of(written.split(", "))
                .map(power -> power.split(" "))
                .forEach(power -> ordered.put(power[0], new BigInteger(power[1])));
        return ordered;
    }

    private static Map<String, Object> standard(String vote, long conviction, long units) {
        return Map.of("vote", vote, "conviction", conviction, "units", units);
    }

    /** Ayes, nays and support. */
    private static List<Integer> conviction(Counted... ballots) {
        var counts = count(method("conviction", Map.of()), MOTION, ballots).counts();
        return Stream.of("for", "against", "support")
                .map(name -> Objects.requireNonNull(counts.get(name)).intValueExact())
                .toList();
    }

    private static Bound.Method<?> snapshotRunoff(String tieBreak) {
        return method("instant-runoff", Map.of("completeRankings", true, "tieBreak", tieBreak));
    }

    private static Counted ranked(long power, int... options) {
        var ranks =
                IntStream.of(options).mapToObj(option -> List.of((long) option)).toList();
        return one(ranks, power);
    }

    private static Counted[] file(String name) {
        try (var lines = VotingVectorsTest.class.getResourceAsStream("/voting/" + name)) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(VotingVectorsTest::line)
                    .toArray(Counted[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Counted line(String line) {
        var parts = line.split(" ");
        var weights = parts[1].split(",");
        var choice = new HashMap<String, Object>();
        for (var option = 0; option < weights.length; option++) {
            choice.put(Integer.toString(option), Long.valueOf(weights[option]));
        }
        return new Counted(choice, Long.parseLong(parts[0]), new BigInteger(parts[0]));
    }

    /** The scores of a result whose method counts in units of 10^−18. */
    private static List<BigDecimal> decimals(Result result) {
        return result.rounds().getFirst().tally().values().stream()
                .map(score -> new BigDecimal(score, 18))
                .toList();
    }

    private static Comparator<BigDecimal> within(String tolerance) {
        return (one, other) ->
                one.subtract(other).abs().compareTo(new BigDecimal(tolerance)) <= 0 ? 0 : one.compareTo(other);
    }

    private static Bound.Method<?> units() {
        return method("for-against-abstain", Map.of("split", "units"));
    }

    private static Bound.Method<?> method(String id, Map<String, Object> settings) {
        return Plugins.installed().method(new PluginCall(id, settings, "/ballot", "/ballot/method"));
    }

    private static Result count(Bound.Method<?> method, Question question, Counted... ballots) {
        method.checkQuestion(question);
        for (var group : ballots) {
            method.check(group.choice(), question);
            method.checkPower(group.choice(), group.each(), question);
        }
        return method.tally(List.of(ballots), question);
    }

    private static Counted one(Object choice, long power) {
        return new Counted(choice, 1, BigInteger.valueOf(power));
    }

    private static Map<String, BigInteger> powers(String written) {
        return Stream.of(written.split(", "))
                .map(power -> power.split(" "))
                .collect(Collectors.toMap(power -> power[0], power -> new BigInteger(power[1])));
    }
}
