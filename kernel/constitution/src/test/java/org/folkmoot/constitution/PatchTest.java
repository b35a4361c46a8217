// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.record.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An amendment can say what it changes instead of everything that stays. */
class PatchTest {
    private static final Constitution SAMPLE = Samples.constitution();
    private static final String EVERYTHING = "/policies/everything";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/policies/everything/retries | 4 | retries: 3 | retries: 4",
                "/policies/small-spend/quorum/atLeast | 1/5 | of: roll, atLeast: 1/10 | of: roll, atLeast: 1/5",
                "/bodies/everybody/who | member.founder | who: \"true\" | who: \"member.founder\"",
                "/name | Skerry | name: Skerry Commons | name: Skerry",
            })
    void replacesWhatIsSaid(String path, String value, String piece, String by) {
        Object said = value.equals("4") ? 4L : value;

        var next = amend(Map.of("op", "replace", "path", path, "value", said));

        assertThat(next).isEqualTo(Samples.read(Samples.with(piece, by)));
    }

    @Test
    void removesAndAdds() {
        var next = amend(
                Map.of("op", "remove", "path", EVERYTHING + "/retries"),
                Map.of("op", "add", "path", "/roles", "value", Map.of("notary", Map.of())),
                Map.of("op", "add", "path", "/roles/clerk", "value", Map.of("title", "Clerk")));

        assertThat(next.policy("everything").orElseThrow().retries()).isEqualTo(PolicyReader.RETRIES);
        assertThat(next.roles()).containsOnlyKeys("clerk", "notary");
    }

    @Test
    void aNewPolicyStandsWhereItIsSaid() {
        var policy = new HashMap<>(plain(EVERYTHING));
        policy.put("name", "rules");

        var first = amend(Map.of("op", "add", "path", "/policies/rules", "value", policy, "before", "small-spend"));
        var last = amend(Map.of("op", "add", "path", "/policies/rules", "value", policy));
        var moved = amend(Map.of("op", "move", "path", EVERYTHING, "before", "small-spend"));
        var behind = amend(Map.of("op", "move", "path", "/policies/small-spend"));

        assertThat(names(first)).containsExactly("rules", "small-spend", "everything");
        assertThat(names(last)).containsExactly("small-spend", "everything", "rules");
        assertThat(names(moved)).containsExactly("everything", "small-spend");
        assertThat(behind).isEqualTo(moved);
    }

    @Test
    void theActionIsWrittenAsItWasRead() {
        var action = action(
                Map.of("op", "replace", "path", EVERYTHING + "/retries", "value", 4L),
                Map.of("op", "add", "path", "/roles", "value", Map.of("notary", Map.of())),
                Map.of("op", "move", "path", EVERYTHING, "before", "small-spend"),
                Map.of("op", "remove", "path", "/roles"));

        var read = Action.read(action, SAMPLE);

        assertThat(read.json()).isEqualTo(Json.object(action));
        assertThat(read.facts().get("changes")).isEqualTo(List.of(EVERYTHING, "/policies/small-spend"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace | /policies/nothing/retries | 4 | /patch/0",
                "replace | /policies/0/retries | 4 | /patch/0",
                "replace | /policies/everything/quorum/count/0 | for | /patch/0",
                "replace | /policies/everything/quorum/moreThan | 1/2 | /patch/0",
                "replace | /policies/everything/name | other | /patch/0",
                "replace | /policies/everything/retries | 3 | /patch/0",
                "add | /policies/everything/retries | 4 | /patch/0",
                "add | /roles/notary | x | /patch/0",
                "remove | /roles |  | /patch/0/value",
                "replace | /policies/everything |  | /patch/0/value",
                "replace | / | 4 | /patch/0",
                "replace |  | 4 | /patch/0/path",
                "replace | name | 4 | /patch/0/path",
                "replace | /na~me | 4 | /patch/0/path",
                "replace | /a/b/c/d/e/f/g/h/i/j/k | 4 | /patch/0/path",
                "copy | /name | 4 | /patch/0/op",
                "move | /bodies/everybody |  | /patch/0/path",
            })
    void aStepThatCannotBeMadeRefusesTheAmendment(String op, String path, String value, String place) {
        var step = new HashMap<String, Object>(Map.of("op", op, "path", path == null ? "" : path));
        if (value != null) {
            step.put("value", value.matches("[0-9]") ? (Object) Long.valueOf(value) : value);
        } else if (op.equals("remove")) {
            step.put("value", "nothing");
        }

        assertThat(paths(action(step))).contains(place);
    }

    @Test
    void whatComesOfItMustBeAConstitution() {
        assertThat(paths(action(Map.of("op", "remove", "path", "/bodies")))).containsExactly("/patch/bodies");
        assertThat(paths(action(Map.of("op", "remove", "path", "/policies")))).containsExactly("/patch/policies");
        assertThat(paths(action(Map.of("op", "add", "path", "/nmae", "value", "x"))))
                .containsExactly("/patch/nmae");
    }

    @Test
    void aWholeConstitutionAndAPatchAreOneTooMany() {
        var both = new HashMap<>(action(Map.of("op", "replace", "path", "/name", "value", "x")));
        both.put("constitution", SAMPLE.json().plain());

        assertThat(paths(both)).containsExactly("/constitution");
    }

    @Test
    void aPatchHasOneToAHundredSteps() {
        var hundred = IntStream.rangeClosed(1, 100).mapToObj(PatchTest::retries).toList();
        var more = new ArrayList<>(hundred);
        more.add(retries(101));

        assertThat(((Action.Amend) Action.read(steps(hundred), SAMPLE))
                        .constitution()
                        .policy("everything")
                        .orElseThrow()
                        .retries())
                .isEqualTo(200);
        assertThat(paths(steps(more))).containsExactly("/patch");
        assertThat(paths(steps(List.of()))).containsExactly("/patch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "value"})
    void whatAStepDoesNotUseIsRefused(String name) {
        var step = Map.of("op", "remove", "path", EVERYTHING + "/retries", name, "everything");

        assertThat(paths(action(step))).containsExactly("/patch/0/" + name);
    }

    private static Map<String, Object> retries(int n) {
        return Map.of("op", "replace", "path", EVERYTHING + "/retries", "value", 100L + n);
    }

    private static Constitution amend(Map<?, ?>... steps) {
        return ((Action.Amend) Action.read(action(steps), SAMPLE)).constitution();
    }

    private static Map<String, Object> action(Map<?, ?>... steps) {
        return steps(List.of(steps));
    }

    private static Map<String, Object> steps(List<?> steps) {
        return Map.of("type", "constitution.amend", "base", SAMPLE.hash().hex(), "patch", steps);
    }

    private static List<String> paths(Map<String, Object> action) {
        var refused = catchThrowableOfType(ActionRefused.class, () -> Action.read(action, SAMPLE));
        return refused.complaints().stream().map(Complaint::path).toList();
    }

    private static List<String> names(Constitution constitution) {
        return constitution.policies().stream().map(Policy::name).toList();
    }

    @SuppressWarnings("unchecked") // a policy is a section
    private static Map<String, Object> plain(String path) {
        return (Map<String, Object>)
                Clauses.at(Clauses.of(SAMPLE.json()), Clauses.steps(path).orElseThrow())
                        .orElseThrow();
    }
}
