// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposal is judged by the first policy that applies, and by none where the rules have no answer. */
class RoutingTest {
    private static final Constitution SAMPLE = Samples.constitution();
    private static final Action REMOVAL =
            Action.read(Map.of("type", "member.remove", "member", Hash.ZERO.hex()), SAMPLE);

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
