// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an amendment changes is said in words, always in the same order. */
class AmendmentTest {
    private static final Constitution SAMPLE = Samples.constitution();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atLeast: 1/4 | atLeast: 1/3 | policy 'everything': quorum rises from 1/4 to 1/3",
                "atLeast: 1/4 | atLeast: 1/5 | policy 'everything': quorum falls from 1/4 to 1/5",
                "atLeast: 1/4 | atLeast: 2/8 | policy 'everything': quorum is written 2/8 instead of 1/4",
                "retries: 3 | retries: 4 | policy 'everything': retries rises from 3 to 4",
                "period: P14D | period: P7D | policy 'everything': timing period falls from P14D to P7D",
                "period: P14D | period: PT336H | policy 'everything': timing period is written PT336H instead of P14D",
                "body: citizens | body: everybody | policy 'everything': body changes from citizens to everybody",
                "power: equal }\\n  everybody | power: { plugin: equal } }\\n  everybody | body 'citizens': power changes from equal to {plugin: equal}",
                "name: Skerry Commons | name: Skerry | name changes from 'Skerry Commons' to Skerry",
                "EUR: { scale: 2 } | EUR: { scale: 2, issuance: { cap: 5 } } | asset 'EUR': issuance is now {cap: 5}",
                "opening: 5000 | opening: 4999 | account 'mint': opening falls from 5000 to 4999",
                "approval: { count: [for], of: [for, against], atLeast: 2/3 } | approval: { count: [for], of: [for, against], moreThan: 2/3 } | policy 'everything': approval changes from {atLeast: 2/3, count: [for], of: [for, against]} to {count: [for], moreThan: 2/3, of: [for, against]}",
                "strictest: [everything, small-spend] | strictest: [everything] | strictest changes from [everything, small-spend] to [everything]",
            })
    void oneDifferenceIsOneSentence(String piece, String by, String words) {
        var next = Samples.with(piece.replace("\\n", "\n"), by.replace("\\n", "\n"));

        assertThat(words(next)).containsExactly(words);
    }

    @Test
    void whatIsNewAndWhatIsGone() {
        var next = Samples.with("  everybody: {", "  everyone: {")
                .replace("body: everybody", "body: everyone")
                .replace("    retries: 3\n", "");

        assertThat(words(next))
                .containsExactly(
                        "new body 'everyone'",
                        "body 'everybody' is removed",
                        "policy 'small-spend': body changes from everybody to everyone",
                        "policy 'everything': retries is no longer said; it was 3");
    }

    @Test
    void aPolicyThatStandsElsewhere() {
        var at = Samples.YAML.indexOf("  - name: small-spend");
        var second = Samples.YAML.indexOf("  - name: everything");
        var end = Samples.YAML.indexOf("strictest");
        var next = Samples.YAML.substring(0, at)
                + Samples.YAML.substring(second, end)
                + Samples.YAML.substring(at, second)
                + Samples.YAML.substring(end);

        assertThat(words(next)).containsExactly("policy 'small-spend' now stands last");
        assertThat(new Amendment(SAMPLE, Samples.read(next)).clauses()).containsExactly("/policies/small-spend");
    }

    /** The first that fits judges: in front it takes everything from the others, at the end it judges what they leave. */
    @Test
    void aNewPolicySaysWhereItStands() {
        var at = Samples.YAML.indexOf("  - name: small-spend");
        var second = Samples.YAML.indexOf("  - name: everything");
        var end = Samples.YAML.indexOf("strictest");
        var added = Samples.YAML.substring(at, second).replace("small-spend", "quick");

        assertThat(words(Samples.YAML.substring(0, at) + added + Samples.YAML.substring(at)))
                .containsExactly("new policy 'quick' before 'small-spend'");
        assertThat(words(Samples.YAML.substring(0, second) + added + Samples.YAML.substring(second)))
                .containsExactly("new policy 'quick' before 'everything'");
        assertThat(words(Samples.YAML.substring(0, end) + added + Samples.YAML.substring(end)))
                .containsExactly("new policy 'quick' last");
    }

    @ParameterizedTest
    @CsvSource({"149, 0", "150, 110", "400, 360"})
    void ofWhatIsLongTheDifferenceIsShown(int same, int from) {
        var before = Samples.read(Samples.YAML + "text: " + "a".repeat(same) + "b".repeat(400) + "\n");
        var after = Samples.read(Samples.YAML + "text: " + "a".repeat(same) + "c".repeat(400) + "\n");

        var words = new Amendment(before, after).words().getFirst();

        var begin = from == 0 ? "" : "…";
        var shown = "a".repeat(same - from);
        assertThat(words)
                .isEqualTo("text changes from " + begin + shown + "b".repeat(300 - shown.length()) + "… to " + begin
                        + shown + "c".repeat(300 - shown.length()) + "…");
    }

    @Test
    void wordsCannotMoveTheScreen() {
        var next = Samples.with("name: Skerry Commons", "name: \"Skerry\\n\\u202eCommons\"");

        assertThat(words(next)).containsExactly("name changes from 'Skerry Commons' to 'Skerry Commons'");
    }

    @Test
    void whatIsLongIsCutInTheWords() {
        var next = Samples.YAML + "text: " + "é".repeat(400) + "\n";

        assertThat(words(next)).containsExactly("text is now '" + "é".repeat(299) + "…");
    }

    @Test
    void theSameSaysNothing() {
        assertThat(new Amendment(SAMPLE, SAMPLE).differences()).isEmpty();
    }

    /** However the policies are shuffled, taking those that moved out of both orders leaves the same order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatMovedIsAllThatMoved(long seed) {
        var random = new Random(seed);
        var names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
        var before = order(names);
        Collections.shuffle(names, random);
        var after = order(names);

        var moved = new Amendment(before, after)
                .differences().stream()
                        .map(difference -> difference.path().substring("/policies/".length()))
                        .collect(Collectors.toSet());

        assertThat(moved).hasSizeLessThan(7);
        assertThat(without(before, moved)).isEqualTo(without(after, moved));
    }

    private static List<String> without(Constitution constitution, java.util.Set<String> moved) {
        return constitution.policies().stream()
                .map(Policy::name)
                .filter(name -> !moved.contains(name))
                .toList();
    }

    private static Constitution order(List<String> names) {
        var at = Samples.YAML.indexOf("  - name: small-spend");
        var policy = Samples.YAML.substring(at, Samples.YAML.indexOf("  - name: everything"));
        return Samples.read(Samples.YAML.substring(0, at)
                + names.stream()
                        .map(name -> policy.replace("small-spend", name))
                        .collect(Collectors.joining()));
    }

    private static List<String> words(String next) {
        return new Amendment(SAMPLE, Samples.read(next)).words();
    }
}
