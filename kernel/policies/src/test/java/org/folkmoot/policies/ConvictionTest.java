// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.policies.Conviction.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvictionTest extends VotingMethodContract<Settings> {
    @Override
    protected Conviction plugin() {
        return new Conviction();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(Settings.defaults(), new Settings(Optional.of(List.of("1", "3/2", "0"))));
    }

    @Override
    protected Question question() {
        return new Question("Shall we?", List.of());
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        var vote = Conviction.VOTES.get(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> vote;
            case 1 -> Map.of("for", (long) random.nextInt(3), "abstain", 1L);
            case 2 -> Map.of("vote", vote, "conviction", (long) random.nextInt(3), "units", "7");
            default -> Map.of("vote", vote, "conviction", (long) random.nextInt(3));
        };
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of(
                "aye",
                1L,
                List.of("for"),
                Map.of(),
                Map.of("for", 0L),
                Map.of("vote", "aye"),
                Map.of("vote", 1L),
                Map.of("conviction", 1L),
                Map.of("vote", "for", "conviction", 7L),
                Map.of("vote", "for", "conviction", -1L),
                Map.of("vote", "for", "units", -1L),
                Map.of("vote", "for", "for", 1L));
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 1", "11, 1", "19, 1", "20, 2"})
    void withoutConvictionATenthIsCountedRoundedDown(long power, long counted) {
        var result = plugin().tally(List.of(one("for", power)), question(), Settings.defaults());

        assertThat(result.counts())
                .isEqualTo(Choices.powers("for " + counted + ", against 0, abstain 0, support " + power));
    }

    @Test
    void roundingIsPerBallot() {
        var nines = new Counted("for", 10, BigInteger.valueOf(90));

        assertThat(plugin().tally(List.of(nines), question(), Settings.defaults())
                        .counts())
                .isEqualTo(Choices.powers("for 0, against 0, abstain 0, support 90"));
    }

    @Test
    void noMoreThanThePowerMayBeCast() {
        var choice = Map.of("vote", "for", "conviction", 6L, "units", 3L);
        plugin().checkPower(choice, BigInteger.valueOf(3), question(), Settings.defaults());
        plugin().checkPower("for", BigInteger.ZERO, question(), Settings.defaults());

        assertThatThrownBy(() -> plugin().checkPower(choice, BigInteger.TWO, question(), Settings.defaults()))
                .isInstanceOf(InvalidChoice.class)
                .hasMessage("The choice casts 3 of a power of 2.");
        assertThat(plugin().tally(List.of(one(choice, 2)), question(), Settings.defaults())
                        .counts())
                .isEqualTo(Choices.powers("for 0, against 0, abstain 0, support 0"));
    }

    @Test
    void multipliersAreFractions() {
        for (var wrong : List.of(List.<String>of(), List.of("a tenth"), List.of("0.1"))) {
            assertThatThrownBy(() -> new Settings(Optional.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAQuestionWithOptions() {
        var question = new Question("Which one?", List.of("A", "B"));

        assertThatThrownBy(() -> plugin().checkQuestion(question, Settings.defaults()))
                .isInstanceOf(InvalidQuestion.class);
    }

    private static Counted one(Object choice, long power) {
        return new Counted(choice, 1, BigInteger.valueOf(power));
    }
}
