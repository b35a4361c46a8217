// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.DrawPlan.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawActionTest {
    private static final Map<String, Object> DRAW = Map.of(
            "type",
            "role.draw",
            "role",
            "clerk",
            "from",
            "everybody",
            "seats",
            5L,
            "seed",
            Map.of("role", "clerk"),
            "commit",
            "P2D",
            "reveal",
            "P1D");

    @Test
    void whatIsLeftOutIsTwoWhoMakeTheSeedAndTheTermOfTheRole() {
        var plan = plan(DRAW);

        assertThat(plan.seed().least()).isEqualTo(2);
        assertThat(plan.term()).isEmpty();
        assertThat(plan.role().term()).contains(Duration.ofDays(365));
        assertThat(plan.bounds()).isEmpty();
    }

    @Test
    void anyNumberOfTheOthersMayBeDrawnIfNothingIsSaidOfThem() {
        var plan = plan(with("quotas", quota("citizens", 2L, 4L)));

        assertThat(plan.bounds())
                .isEqualTo(Map.of("standing", Map.of("citizens", new Range(2, 4), "others", new Range(0, 5))));
    }

    @Test
    void policiesSeeAllOfIt() {
        var action = read(with("quotas", quota("citizens", 2L, 4L)));

        assertThat(ActionFacts.NAMES).containsAll(action.facts().keySet());
        assertThat(action.facts()).containsEntry("seats", 5L).containsEntry("from", "everybody");
        assertThat(Applies.compile(
                                Applies.language(Map.of()),
                                "actions.all(a, a.type == 'role.draw' && a.seats <= 5 && a.seed.role == 'clerk')")
                        .to(List.of(action.facts())))
                .isTrue();
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of(with("role", "clark"), "/role"),
                Arguments.of(with("from", "everybodi"), "/from"),
                Arguments.of(with("seats", 0L), "/seats"),
                Arguments.of(with("seats", 501L), "/seats"),
                Arguments.of(with("seed", Map.of("role", "clark")), "/seed/role"),
                Arguments.of(with("seed", Map.of("role", "clerk", "atLeast", 1L)), "/seed/atLeast"),
                Arguments.of(with("seed", Map.of("role", "clerk", "atLeast", 101L)), "/seed/atLeast"),
                Arguments.of(with("commit", "PT0S"), "/commit"),
                Arguments.of(with("commit", "P31DT0.001S"), "/commit"),
                Arguments.of(with("reveal", "PT0S"), "/reveal"),
                Arguments.of(with("term", "P366D"), "/term"),
                Arguments.of(with("quotas", Map.of()), "/quotas"),
                Arguments.of(with("quotas", Map.of("standing", Map.of())), "/quotas/standing"),
                Arguments.of(
                        with("quotas", Map.of("Standing", Map.of("citizens", List.of(0L, 5L)))), "/quotas/Standing"),
                Arguments.of(with("quotas", quota("citizen", 2L, 4L)), "/quotas/standing/citizen"),
                Arguments.of(with("quotas", quota("citizens", 3L, 2L)), "/quotas/standing/citizens"),
                Arguments.of(with("quotas", quota("citizens", 6L, 6L)), "/quotas/standing"),
                Arguments.of(with("quotas", quota("others", 0L, 4L)), "/quotas/standing"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatMakesNoSenseIsRefusedAtItsPlace(Map<String, Object> action, String path) {
        var refused = catchThrowableOfType(ActionRefused.class, () -> read(action));

        assertThat(refused.complaints()).extracting(Complaint::path).containsExactly(path);
    }

    static List<Map<String, Object>> bounds() {
        return List.of(
                with("seats", 1L),
                with("seats", 500L),
                with("commit", "PT0.001S"),
                with("commit", "P31D"),
                with("reveal", "P31D"),
                with("term", "P365D"),
                with("seed", Map.of("role", "clerk", "atLeast", 100L)),
                with("quotas", quota("citizens", 5L, 5L)),
                with("quotas", quota("others", 0L, 5L)));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void theBoundsThemselvesAreTaken(Map<String, Object> action) {
        assertThat(read(action).type()).isEqualTo("role.draw");
    }

    private static Map<String, Object> quota(String body, long least, long most) {
        return Map.of("standing", Map.of(body, List.of(least, most)));
    }

    private static Map<String, Object> with(String name, Object value) {
        var changed = new HashMap<>(DRAW);
        changed.put(name, value);
        return changed;
    }

    private static DrawPlan plan(Map<String, Object> action) {
        return ((Action.DrawRole) read(action)).plan();
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, ActionSamples.CONSTITUTION);
    }
}
