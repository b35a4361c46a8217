// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.policies.ForAgainstAbstain.Settings;
import org.folkmoot.policies.ForAgainstAbstain.Split;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Test;

class ForAgainstAbstainTest extends VotingMethodContract<Settings> {
    private static final Settings SHARES = new Settings(Optional.empty(), Optional.of(Split.SHARES));
    private static final Settings UNITS = new Settings(Optional.empty(), Optional.of(Split.UNITS));
    private static final Settings VETO =
            new Settings(Optional.of(List.of("for", "against", "abstain", "veto")), Optional.empty());

    @Override
    protected ForAgainstAbstain plugin() {
        return new ForAgainstAbstain();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(Settings.defaults(), SHARES, UNITS, VETO);
    }

    @Override
    protected Question question() {
        return new Question("Shall we?", List.of());
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        var names = settings.names();
        return switch (settings.splitting()) {
            case NONE -> names.get(random.nextInt(names.size()));
            case SHARES -> random.nextBoolean() ? names.getFirst() : weights(random);
            case UNITS ->
                switch (random.nextInt(4)) {
                    case 0 -> names.getLast();
                    case 1 -> List.of(weights(random), weights(random), "against");
                    default -> weights(random);
                };
        };
    }

    private static Map<String, Object> weights(Random random) {
        var weights = new LinkedHashMap<String, Object>();
        weights.put("abstain", (long) random.nextInt(7));
        weights.put("for", random.nextBoolean() ? "12" : 1L + random.nextInt(99));
        return weights;
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of(
                "For",
                "for ",
                "yes",
                "",
                1L,
                true,
                List.of(),
                List.of("for", "against"),
                List.of(List.of("for")),
                Map.of(),
                Map.of("for", 0L),
                Map.of("for", -1L),
                Map.of("for", "01"),
                Map.of("for", true),
                Map.of("for", 1L, "yes", 1L),
                Map.of("choice", "for"));
    }

    @Test
    void addsUpThePowerBehindEachChoice() {
        var ballots = List.of(
                Choices.cast("for", 20),
                Choices.cast("abstain", 15),
                Choices.cast("against", 5),
                Choices.cast("for", 5));

        var result = plugin().tally(ballots, question(), Settings.defaults());

        assertThat(result.ballots()).isEqualTo(45);
        assertThat(result.counts()).isEqualTo(counts("for 25, against 5, abstain 15"));
        assertThat(result.words()).isEqualTo("For 25, against 5, abstain 15.");
    }

    @Test
    void countsTheNamesThatThePolicyGives() {
        var result = count(VETO, one("veto", 3), one("for", 2));

        assertThat(result.counts()).isEqualTo(counts("for 2, against 0, abstain 0, veto 3"));
        assertThat(result.words()).isEqualTo("For 2, against 0, abstain 0, veto 3.");
    }

    @Test
    void aNameThatThePolicyDoesNotGiveIsRefused() {
        var yesOrNo = new Settings(Optional.of(List.of("for", "against")), Optional.empty());

        assertThatThrownBy(() -> plugin().check("abstain", question(), yesOrNo))
                .isInstanceOf(InvalidChoice.class)
                .hasMessage("The choice is one of for, against.");
    }

    @Test
    void refusesNamesThatSayNothing() {
        for (var names : List.of(
                List.of("for"),
                List.of("for", "for"),
                List.of("for", "uncast"),
                List.of("for", "No"),
                List.of("", "a"))) {
            assertThatThrownBy(() -> new Settings(Optional.of(names), Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sharesAreAddedBeforeTheyAreRounded() {
        var thirds = Map.of("for", 1L, "against", 1L, "abstain", 1L);

        assertThat(count(SHARES, one(thirds, 2)).counts()).isEqualTo(counts("for 1, against 1, abstain 0"));
        assertThat(count(SHARES, one(thirds, 1), one(thirds, 2)).counts())
                .isEqualTo(counts("for 1, against 1, abstain 1"));
        assertThat(count(SHARES, one(thirds, 4)).counts()).isEqualTo(counts("for 2, against 1, abstain 1"));
    }

    @Test
    void whatRoundingDownLeavesGoesToWhoLostMost() {
        var choice = Map.of("for", 2L, "against", 3L, "abstain", 5L);

        // 7/5, 21/10, 7/2
        assertThat(count(SHARES, one(choice, 7)).counts()).isEqualTo(counts("for 1, against 2, abstain 4"));
    }

    @Test
    void theWeightsOfABallotAreBounded() {
        plugin().check(Map.of("for", 9_999L, "against", 1L), question(), SHARES);

        assertThatThrownBy(() -> plugin().check(Map.of("for", 9_999L, "against", 2L), question(), SHARES))
                .hasMessage("The weights add up to more than 10000.");
    }

    @Test
    void weightsMayAddUpToMoreThanThePower() {
        var choice = Map.of("for", 7_000L, "abstain", 3_000L);

        assertThatCode(() -> plugin().checkPower(choice, BigInteger.ONE, question(), SHARES))
                .doesNotThrowAnyException();
    }

    @Test
    void unitsMayNotExceedThePower() {
        var choice = Map.of("for", 2L, "abstain", 1L);
        plugin().checkPower(choice, BigInteger.valueOf(4), question(), UNITS);
        plugin().checkPower(choice, BigInteger.valueOf(3), question(), UNITS);

        assertThatThrownBy(() -> plugin().checkPower(choice, BigInteger.TWO, question(), UNITS))
                .isInstanceOf(InvalidChoice.class)
                .hasMessage("The choice gives out 3 of a power of 2.");
        assertThat(count(UNITS, one(choice, 4)).counts()).isEqualTo(counts("for 2, against 0, abstain 1, uncast 1"));
        assertThat(count(UNITS, one(choice, 3)).counts()).isEqualTo(counts("for 2, against 0, abstain 1, uncast 0"));
        assertThat(count(UNITS, one(choice, 2)).counts()).isEqualTo(counts("for 0, against 0, abstain 0, uncast 2"));
    }

    @Test
    void aNameSpendsWhatEarlierCastsLeft() {
        List<Object> choice = List.of(Map.of("for", 2L), Map.of("for", "1", "abstain", 1L), "for");

        assertThat(count(UNITS, one(choice, 10)).counts()).isEqualTo(counts("for 9, against 0, abstain 1, uncast 0"));
        assertThatThrownBy(() -> plugin().check(List.of("for", Map.of("for", 1L)), question(), UNITS))
                .hasMessage("A name gets all that is left: nothing can be cast after it.");
    }

    @Test
    void onlyUnitsDependOnThePowerOfEachBallot() {
        assertThat(plugin().mergesPowers(UNITS)).isFalse();
        assertThat(plugin().mergesPowers(SHARES)).isTrue();
        assertThat(plugin().mergesPowers(VETO)).isTrue();
    }

    @Test
    void refusesAQuestionWithOptions() {
        var question = new Question("Which one?", List.of("A", "B"));

        assertThatThrownBy(() -> plugin().checkQuestion(question, Settings.defaults()))
                .isInstanceOf(InvalidQuestion.class);
    }

    private Result count(Settings settings, Counted... ballots) {
        var checked = new ArrayList<Counted>();
        for (var ballot : ballots) {
            plugin().check(ballot.choice(), question(), settings);
            checked.add(ballot);
        }
        return plugin().tally(checked, question(), settings);
    }

    private static Counted one(Object choice, long power) {
        return new Counted(choice, 1, BigInteger.valueOf(power));
    }

    private static Map<String, BigInteger> counts(String written) {
        return Choices.powers(written);
    }
}
