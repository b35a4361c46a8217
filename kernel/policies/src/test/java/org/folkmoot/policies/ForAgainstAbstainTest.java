// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.policies.ForAgainstAbstain.Settings;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Test;

class ForAgainstAbstainTest extends VotingMethodContract<Settings> {
    @Override
    protected ForAgainstAbstain plugin() {
        return new ForAgainstAbstain();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(new Settings());
    }

    @Override
    protected Question question() {
        return new Question("Shall we?", List.of());
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        return plugin().counts().get(random.nextInt(3));
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of("For", "for ", "yes", "", 1L, true, List.of("for"), Map.of("choice", "for"));
    }

    @Test
    void addsUpThePowerBehindEachChoice() {
        var ballots = List.of(
                Choices.cast("for", 20),
                Choices.cast("abstain", 15),
                Choices.cast("against", 5),
                Choices.cast("for", 5));

        var result = plugin().tally(ballots, question(), new Settings());

        assertThat(result.ballots()).isEqualTo(45);
        assertThat(result.counts())
                .isEqualTo(Map.of(
                        "for",
                        BigInteger.valueOf(25),
                        "against",
                        BigInteger.valueOf(5),
                        "abstain",
                        BigInteger.valueOf(15)));
        assertThat(result.words()).isEqualTo("For 25, against 5, abstain 15.");
    }

    @Test
    void refusesAQuestionWithOptions() {
        var question = new Question("Which one?", List.of("A", "B"));

        assertThatThrownBy(() -> plugin().checkQuestion(question, new Settings()))
                .isInstanceOf(InvalidQuestion.class);
    }
}
