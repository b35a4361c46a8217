// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposal is judged by the strictest policy of its parts, and by none where the rules have no answer. */
class RoutingTest {
    private static final Constitution SAMPLE = Samples.constitution();
    private static final Action REMOVAL =
            Action.read(Map.of("type", "member.remove", "member", Hash.ZERO.hex()), SAMPLE);

    private static final List<String> CONDITIONS = List.of(
            "true",
            "actions.all(a, a.type == 'member.remove')",
            "actions.exists(a, a.type == 'member.remove')",
            "actions.all(a, a.type == 'treasury.transfer')",
            "actions.exists(a, a.type == 'treasury.transfer' && a.amount > 10000)",
            "actions.all(a, a.type == 'treasury.transfer') && total('EUR') > amount('200.00', 'EUR')",
            "actions.size() > 1",
            "actions.size() < 3");

    @ParameterizedTest
    @CsvSource({"99.99, small-spend", "100.00, small-spend", "100.01, everything", "0.01, small-spend"})
    void theAmountDecidesToTheCent(String amount, String policy) {
        assertThat(SAMPLE.policyFor(List.of(transfer(amount)))).isEqualTo(judged(SAMPLE, policy));
    }

    @Test
    void theFirstThatAppliesWins() {
        var both = policies("true", "true");

        assertThat(both.policyFor(List.of(REMOVAL))).isEqualTo(judged(both, "p0"));
    }

    @Test
    void mixedActionsGoWhereAllOfThemFit() {
        assertThat(SAMPLE.policyFor(List.of(transfer("1.00"), transfer("2.00"))))
                .isEqualTo(judged(SAMPLE, "small-spend"));
        assertThat(SAMPLE.policyFor(List.of(transfer("1.00"), REMOVAL))).isEqualTo(judged(SAMPLE, "everything"));
        assertThat(SAMPLE.policyFor(List.of(transfer("1.00"), transfer("500.00"))))
                .isEqualTo(judged(SAMPLE, "everything"));
    }

    @Test
    void aProposalWithoutActionsIsRoutedToo() {
        assertThat(SAMPLE.policyFor(List.of())).isEqualTo(judged(SAMPLE, "everything"));
    }

    @Test
    void whereNothingAppliesNothingIsProposed() {
        var none = policies("false", "actions.exists(a, a.type == 'constitution.amend')");

        assertThat(none.policyFor(List.of(REMOVAL)))
                .isEqualTo(new Route.NoPolicy("No policy applies to these actions."));
    }

    @Test
    void anErrorDoesNotFallThroughToAWeakerPolicy() {
        var failing = policies("actions[0].amount <= 5", "true");

        assertThat(failing.policyFor(List.of(REMOVAL)))
                .asInstanceOf(type(Route.NoPolicy.class))
                .extracting(Route.NoPolicy::reason)
                .asString()
                .startsWith("Policy 'p0' cannot be asked. The expression 'actions[0].amount <= 5' has no answer");
        assertThat(failing.policyFor(List.of(transfer("0.05")))).isEqualTo(judged(failing, "p0"));
        assertThat(failing.policyFor(List.of(transfer("0.06")))).isEqualTo(judged(failing, "p1"));
    }

    @Test
    void anErrorAfterTheFirstThatAppliesIsNeverMet() {
        var failing = policies("true", "1/0 > 0");

        assertThat(failing.policyFor(List.of(REMOVAL))).isEqualTo(judged(failing, "p0"));
    }

    @Test
    void tooManyStepsAreAnError() {
        var loops = policies("actions.all(a, [1, 2, 3, 4, 5].all(n, n > 0))");
        var many = IntStream.range(0, 2_100).mapToObj(_ -> REMOVAL.facts()).toList();

        assertThat(loops.route(many)).isInstanceOf(Route.NoPolicy.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void routesLikeAPlainLoop(long seed) {
        var random = new Random(seed);
        var limits = IntStream.range(0, 1 + random.nextInt(6))
                .map(_ -> random.nextInt(20_000))
                .boxed()
                .toList();
        var constitution = policies(limits.stream()
                .map(limit -> "actions.all(a, a.type == 'treasury.transfer' && a.amount <= " + limit + ")")
                .toArray(String[]::new));
        var amounts = random.ints(1 + random.nextInt(4), 1, 20_000).boxed().toList();
        var actions = new ArrayList<Action>();
        amounts.forEach(cents -> actions.add(transfer("%d.%02d".formatted(cents / 100, cents % 100))));

        var route = constitution.policyFor(actions);

        var expected = IntStream.range(0, limits.size())
                .filter(i -> amounts.stream().allMatch(cents -> cents <= limits.get(i)))
                .mapToObj(i -> judged(constitution, "p" + i))
                .findFirst();
        assertThat(route).isEqualTo(expected.orElse(new Route.NoPolicy("No policy applies to these actions.")));
    }

    @Test
    void withoutAnOrderPoliciesThatCannotBeComparedJudgeNothingTogether() {
        var two = policies("actions.size() == 1 && actions[0].type == 'member.remove'", "true");
        var body = Samples.read(
                two.json().canonicalText().replace("\"everybody\",\"name\":\"p1\"", "\"citizens\",\"name\":\"p1\""));

        assertThat(two.policyFor(List.of(REMOVAL, transfer("1.00")))).isEqualTo(judged(two, "p1"));
        assertThat(body.policyFor(List.of(REMOVAL, transfer("1.00"))))
                .isEqualTo(new Route.NoPolicy("The actions belong to the policies 'p1' and 'p0', and they cannot be"
                        + " compared; state an order of the policies under 'strictest'."));
    }

    @Test
    void theStrictestByTheStatedOrderJudges() {
        var transfers = "actions.all(a, a.type == 'treasury.transfer')";
        var removals = "actions.all(a, a.type == 'member.remove')";
        var removalsAbove = ordered("[p1, p2, p0]", transfers, removals, "true");
        var catchAllAbove = ordered("[p2, p1, p0]", transfers, removals, "true");
        var noPlace = ordered("[p1, p0]", transfers, removals, "true");
        var both = List.of(transfer("1.00"), REMOVAL);

        assertThat(removalsAbove.policyFor(both)).isEqualTo(judged(removalsAbove, "p1"));
        assertThat(catchAllAbove.policyFor(both)).isEqualTo(judged(catchAllAbove, "p2"));
        assertThat(noPlace.policyFor(both))
                .isEqualTo(new Route.NoPolicy("The actions belong to the policies 'p0' and 'p2', and 'p2' is not in the"
                        + " order; state its place under 'strictest'."));
        assertThat(noPlace.policyFor(List.of(REMOVAL))).isEqualTo(judged(noPlace, "p1"));
    }

    @Test
    void anActionThatNobodyJudgesAloneIsNotJudgedInCompany() {
        var pairs = ordered("[p1, p0]", "actions.size() == 2", "actions.all(a, a.type == 'member.remove')");

        assertThat(pairs.policyFor(List.of(REMOVAL, transfer("1.00"))))
                .isEqualTo(new Route.NoPolicy("No policy applies to action 2 alone."));
    }

    @Test
    void aLimitOnASumHoldsHoweverTheSpendIsSplitAndWhateverStandsBesideIt() {
        var limit = ordered(
                "[p0, p2, p1]",
                "actions.all(a, a.type == 'treasury.transfer') && total('EUR') > amount('100.00', 'EUR')",
                "actions.all(a, a.type == 'treasury.transfer')",
                "true");

        assertThat(limit.policyFor(List.of(transfer("100.00")))).isEqualTo(judged(limit, "p1"));
        assertThat(limit.policyFor(List.of(transfer("50.00"), transfer("50.00"))))
                .isEqualTo(judged(limit, "p1"));
        assertThat(limit.policyFor(List.of(transfer("50.00"), transfer("50.01"))))
                .isEqualTo(judged(limit, "p0"));
        assertThat(limit.policyFor(List.of(transfer("50.00"), REMOVAL, transfer("50.01"))))
                .isEqualTo(judged(limit, "p0"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void noMixtureReachesAWeakerPolicyThanOneOfItsActionsAlone(long seed) {
        var random = new Random(seed);
        var count = 2 + random.nextInt(4);
        var conditions = IntStream.range(0, count)
                .mapToObj(_ -> CONDITIONS.get(random.nextInt(CONDITIONS.size())))
                .toArray(String[]::new);
        var order = IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.toList());
        Collections.shuffle(order, random);
        var rules = ordered(order.toString(), conditions);
        for (var n = 0; n < 20; n++) {
            var actions = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(_ -> random.nextInt(3) == 0 ? REMOVAL : transfer(1 + random.nextInt(150) + ".00"))
                    .toList();

            if (rules.policyFor(actions) instanceof Route.Judged(Policy judge)) {
                for (var part : actions) {
                    assertThat(rules.policyFor(List.of(part)))
                            .asInstanceOf(type(Route.Judged.class))
                            .satisfies(alone -> assertThat(order.indexOf(judge.name()))
                                    .isLessThanOrEqualTo(
                                            order.indexOf(alone.policy().name())));
                }
            }
        }
    }

    private static Constitution ordered(String order, String... applies) {
        return Samples.read(policies(applies)
                .json()
                .canonicalText()
                .replaceFirst("\\{", "{\"strictest\":" + order.replaceAll("(p[0-9])", "\"$1\"") + ","));
    }

    private static Action transfer(String amount) {
        return Action.read(Samples.transfer(amount), SAMPLE);
    }

    private static Route judged(Constitution constitution, String policy) {
        return new Route.Judged(constitution.policy(policy).orElseThrow());
    }

    private static Constitution policies(String... applies) {
        var text =
                new StringBuilder(Samples.YAML.substring(0, Samples.YAML.indexOf("policies:"))).append("policies:\n");
        for (var i = 0; i < applies.length; i++) {
            text.append("""
                      - name: p%d
                        applies: "%s"
                        body: everybody
                        ballot: { method: for-against-abstain, revote: last }
                        approval: { count: [for], of: [for, against], moreThan: 1/2 }
                        timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
                    """.formatted(i, applies[i]));
        }
        return Samples.read(text.toString());
    }
}
